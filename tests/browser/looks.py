"""Sizes of windows, and what may not be seen in any of them."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import ViewportSize

PHONE: ViewportSize = {"width": 320, "height": 640}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 %."""

LOOKS: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", "ltr"), ("dark", "rtl"))
"""Schemes of colours, and with each a direction of writing: one state is then looked at twice, not four times."""

OVERFLOW = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth && [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && !element.closest(".table, pre")) // these scroll by themselves
    .map((element) => [element.outerHTML.slice(0, 100), element.getBoundingClientRect()])
    .filter(([, { left, right }]) => left < -1 || right > clientWidth + 1)
    .map(([html]) => html);
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll(`button, a.button, .choice, .lessons a, summary, select,
    textarea, .gap input, .scale label, .sure label, .checks label, .decisions a, .ending a`)]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
  .filter(([, { width, height }]) => Math.min(width, height) < 43.5)
  .map(([html, { width, height }]) => `${Math.round(width)} x ${Math.round(height)}: ${html}`)"""
