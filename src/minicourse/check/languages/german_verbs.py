"""What German verbs of objectives ask of a learner, by the levels of Bloom's revised taxonomy.

The levels, and how a verb with two readings is placed, are as in `english_verbs.py`. An objective has its verb last:
“Unterschiede zwischen zwei Wegen erklären”, or at the end of its main clause: “erklären, warum …”.
"""

import re

_LEVELS = {
    "remember": """
        abrufen angeben aufführen aufsagen aufzählen auflisten benennen bezeichnen definieren erkennen identifizieren
        lokalisieren nennen reproduzieren wiedererkennen wiedergeben wiederholen zitieren
    """,
    "understand": """
        beschreiben charakterisieren darlegen darstellen deuten diskutieren erklären erläutern formulieren
        gegenüberstellen illustrieren interpretieren klassifizieren paraphrasieren schildern skizzieren übersetzen
        umschreiben veranschaulichen verdeutlichen vergleichen zusammenfassen
    """,
    "apply": """
        anwenden ausführen ausfüllen auswählen bearbeiten bedienen benutzen berechnen bestimmen dokumentieren
        durchführen einrichten einsetzen erheben ermitteln führen handhaben installieren konfigurieren lösen messen
        nutzen schreiben simulieren umrechnen umsetzen umwandeln verwenden vorführen wählen zeigen
    """,
    "analyse": """
        ableiten abgrenzen analysieren aufschlüsseln diagnostizieren differenzieren einordnen einteilen gliedern
        herausarbeiten kategorisieren ordnen sortieren strukturieren untergliedern unterscheiden untersuchen zerlegen
        zuordnen zurückführen
    """,
    "evaluate": """
        abschätzen abwägen argumentieren begründen begutachten beurteilen bewerten einschätzen entscheiden evaluieren
        gewichten hinterfragen kritisieren prüfen rechtfertigen reflektieren schätzen schlussfolgern testen überprüfen
        vertreten verteidigen vorhersagen widerlegen
    """,
    "create": """
        abändern anpassen aufbauen aufstellen ausarbeiten bauen entwerfen entwickeln erarbeiten erfinden erstellen
        erzeugen gestalten herstellen improvisieren kombinieren komponieren konstruieren konzipieren modifizieren planen
        programmieren schaffen umformulieren umgestalten verbessern verfassen vorbereiten vorschlagen zusammenstellen
    """,
}

VERBS = {verb: level for level, verbs in _LEVELS.items() for verb in verbs.split()}
"""The level that a verb belongs to."""

IN_A_HEAD = (
    "verstehen kennen wissen begreifen lernen kennenlernen erlernen nachvollziehen verinnerlichen erfahren"
    " glauben denken fühlen wertschätzen"
).split()
"""Verbs of what goes on in a head, which nobody can see done."""

GAINING = (
    "haben besitzen gewinnen bekommen erhalten erlangen erwerben entwickeln aufbauen verschaffen vertiefen".split()
)
"""Verbs that do so with a word for what is in a head."""

GAINED = (
    "Überblick Verständnis Einblick Einblicke Kenntnis Kenntnisse Wissen Grundwissen Grundkenntnisse Gefühl Vorstellung"
    " Bewusstsein Gespür"
).split()
"""Such words."""

STATES = ("bewusst sein", "vertraut sein", "im Klaren sein", "bewusst werden", "vertraut machen", "kennen lernen")
"""Phrases that say no more."""

_SUBORDINATE = re.compile(
    r"(?:(?:in|an|auf|mit|von|bei|für|nach|zu|aus|durch|über|unter) )?(?:de(?:r|m|n|ssen|ren|nen)|die|das|welche[rsmn]?"
    r"|warum|weshalb|wieso|wie|wann|wo\w*|was|we[rnm]|dass|ob|wenn|weil|damit|indem|sodass|bevor|nachdem|um|ohne)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ENDING = re.compile(rf"(?P<before>.*?)(?P<verb>{'|'.join(STATES)}|\S+)", re.IGNORECASE)
_WITH_ZU = re.compile(
    r"^(ab|an|auf|aus|be|dar|durch|ein|gegenüber|heraus|her|nach|um|vor|vorher|wieder|zurück|zusammen|zu)zu(?=\w+e?n$)"
)
_KNOWN = {*VERBS, *IN_A_HEAD, *GAINING, *STATES}


def verb_first(text: str) -> str:
    """An objective with the verb that ends its main clause before the rest; as it is where no known verb ends one.

    A verb that ends a clause is written small, unlike a noun, and may have a “zu” before or within it.
    """
    text = _IN_BRACKETS.sub("", text).rstrip(" .;!")
    first, *others = re.split(r",\s+", text)
    for clause in (first, *(other for other in others if not _SUBORDINATE.match(other))):
        found = _ENDING.fullmatch(clause.removesuffix(" können").strip())
        verb = _WITH_ZU.sub(r"\1", found["verb"]) if found else ""
        if found and (verb in _KNOWN or (not found["before"] and verb.lower() in _KNOWN)):
            return f"{verb} {found['before'].removesuffix('zu ')}".strip() + text.partition(clause)[2]
    return text
