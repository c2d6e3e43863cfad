"""Judging several statements on one scale (`matrix`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.matching import Matching


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Matching):
    """Matching in which all targets are on view, in the author's order: they are the steps of a scale."""

    kind: ClassVar[str] = "matrix"
