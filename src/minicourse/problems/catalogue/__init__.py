"""Every rule there is: its name, how bad a breach is, and why it exists.

`minicourse explain` and the reference of problems are both made from this table, and a problem can't be
made with a code that is not in it.
"""

from minicourse.problems.catalogue.access import ACCESS
from minicourse.problems.catalogue.blocks import BLOCKS
from minicourse.problems.catalogue.certificate import CERTIFICATE
from minicourse.problems.catalogue.evidence import EVIDENCE
from minicourse.problems.catalogue.files import FILES
from minicourse.problems.catalogue.items import ITEMS
from minicourse.problems.catalogue.links import LINKS
from minicourse.problems.catalogue.markdown import MARKDOWN
from minicourse.problems.catalogue.objectives import OBJECTIVES
from minicourse.problems.catalogue.questions import QUESTIONS
from minicourse.problems.catalogue.results import RESULTS
from minicourse.problems.catalogue.rule import Limit, Rule
from minicourse.problems.catalogue.settings import SETTINGS
from minicourse.problems.catalogue.site import SITE
from minicourse.problems.catalogue.teaching import TEACHING
from minicourse.problems.catalogue.text import TEXT

__all__ = ["FAMILIES", "RULES", "Limit", "Rule"]

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "files": FILES,
    "settings": SETTINGS,
    "markdown": MARKDOWN,
    "blocks": BLOCKS,
    "links": LINKS,
    "accessibility": ACCESS,
    "questions": QUESTIONS,
    "item-writing": ITEMS,
    "objectives": OBJECTIVES,
    "teaching": TEACHING,
    "text": TEXT,
    "evidence": EVIDENCE,
    "certificate": CERTIFICATE,
    "site": SITE,
    "results": RESULTS,
}
"""The rules by what they are about; `select` knows these names."""

RULES = {rule.code: rule for family in FAMILIES.values() for rule in family}
