"""minicourse: Markdown lessons to a course.

In Python, `from minicourse.build import build, check` does what the commands do, and
`from minicourse.read.course import read_course` reads a course without checking it.
"""

from minicourse.version import __version__

__all__ = ["__version__"]
