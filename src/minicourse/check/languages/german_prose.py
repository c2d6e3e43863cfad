"""What German texts are made of: abbreviations, names in capitals, and words for what is seen."""

import re

from minicourse.check.languages.known_names import NAMES
from minicourse.check.languages.pack import Phrases

ABBREVIATIONS = frozenset(
    """
    z.b d.h u.a v.a i.d.r o.ä u.ä s.o s.u u.u z.t i.e e.v m.e a.a.o i.a v.chr n.chr u.v.a bzw ca dr prof hr fr dipl ing
    st vgl evtl ggf inkl exkl zzgl bzgl max min geb gest sog bes allg urspr ugs abk mind insb bspw tel ders dies hrsg
    aufl verf usf vs al s.a mio mrd e.g
    """.split()
)

BEFORE_NUMBERS = frozenset(
    """
    nr nrn no s abb bd bde kap art abs tab teil §§ § z zeile lfd fn rn anm ziff vers jg h heft
    jan feb febr apr jul jun aug sep sept okt nov dez
    """.split()
)

_NAMES = """
    EU UNO NGO WHO OECD IWF EZB DDR BRD UDSSR GUS CDU CSU SPD FDP AFD NSDAP DGB ADAC TÜV DIN BGB STGB ZDF ARD WDR NDR
    MDR RTL BAMF BKA BND GEZ GEW KMK MINT IHK VHS SBB ORF AOK PKW LKW EDV BIP USW KFZ GMBH ABC DSGVO AIDS ADHS DNS RNS
    HIV ICE UFO WLAN MRT PDS SED GAU EKG WDH
"""
_STRESSED = """
    NIE NIEMALS IMMER NUR ALLE ALLES KEINE KEIN SEHR WICHTIG HINWEIS ACHTUNG VORSICHT GEFAHR MUSS DARF SOLL KANN WAHR
    FALSCH RICHTIG ENDE START NEU NEUE ALT GUT BESSER ZUERST DANN VOR NACH EIN EINE EINEN ZWEI DREI ABER HIER JETZT
    SELBST GANZ BEIDE JEDER JEDE JEDES LESEN BITTE DANKE STOPP ERST UND ODER NICHT HERR
"""

ACRONYMS = NAMES | frozenset(f"{_NAMES} {_STRESSED}".split())

SPELLS_OUT = re.compile(
    r"@,? (?:oder\b|steht für|bedeutet|heißt|ist (?:eine?|die Abk)\b|also\b|d\. ?h)"
    r"|\b(?:oder|kurz|(?:so)?genannte?[nr]?) @"
    r"|\b(?:Tasten?|Reiter|Menü|Knopf|Schaltfläche|Spalte) @"
    r"|@.{0,99}(?:Abkürzung|abgekürzt|Akronym|Eselsbrücke|Kurzform)"
    r"|(?:Abkürzung|abgekürzt|Akronym|Eselsbrücke|Kurzform).{0,99}@",
    re.IGNORECASE,
)
"""A key or a part of a screen is announced by what stands before it, “Taste @”."""

# ---- what is seen ----------------------------------------------------------------------------------------------------

_COLOURS = (
    "rot grün blau gelb orange lila violett braun grau schwarz weiß türkis rosa pink magenta rund quadratisch dreieckig"
    " rechteckig viereckig kreisförmig oval"
).split()
_COLOUR = (
    r"(?:hell|dunkel)?(?:rot|grün|blau|gelb|orange|lila|violett|braun|grau|schwarz|weiß|türkis|rosa|pink|magenta)"
    r"(?:farben)?"
)
_SHAPE = r"(?:rund|quadratisch|dreieckig|rechteckig|viereckig|kreisförmig|oval)"
_LOOK = rf"(?:{_COLOUR}|{_SHAPE})(?:e[nrsm]?)?"
_LOOKS = rf"{_LOOK}(?:(?: und | oder |, ?| ){_LOOK})*"
_PRESS = (
    r"(?:(?:(?:doppel|rechts)?klick|drück|tipp)(?:en Sie|en|e|t|st)?(?: Sie)?(?: nun| jetzt| dann| bitte)?(?: auf)?"
    r"|(?:wähl|markier|zieh|benutz|betätig)(?:en Sie|en|e|t)?(?: nun| jetzt| dann| bitte)?"
    r"|(?:Klick|Druck|Mausklick) auf)"
)
_FIND = (
    r"(?:sieh(?: dir)?|siehe|seht(?: euch)?|sehen Sie(?: sich)?|schau(?:en Sie)?(?: (?:dir|sich))?|beacht(?:en Sie|e)"
    r"|betracht(?:en Sie|e)|folg(?:en Sie|e)|vergleich(?:en Sie|e)|lies|lesen Sie|(?:füll|ergänz)(?:en Sie|e)"
    r"|verwende(?:n Sie)?|nutze(?:n Sie)?)"
)
_THE = r"(?:(?:den|die|das|der|dem|eine[nrms]?|ein|alle|jede[ns]?) )"
_PART = (
    r"(?:Knopf|Knöpfe|Buttons?|Schaltflächen?|Tasten?|Symbole?|Icons?|Links?|Reiter|Kasten|Kästen|Kästchen|Pfeile?"
    r"|Pfeilen|Balken|Bereiche?|Flächen?|Spalten?|Zeilen?|Zellen?|Punkte?|Punkten|Kreise?|Kurven?|Felder|Feld|Dreiecke?"
    r"|Quadrate?|Menüs?|Box|Boxen|Rahmen|Linien?)"
)
"""What is on a page or in a picture, and seldom in a classroom or a garden."""
_MANY = (
    r"(?:W(?:ort|örter)n?|Begriffe?n?|Elemente?n?|Antworten|Feld(?:er)?|Zeilen?|Zellen?|Teile?n?|S(?:atz|ätze)n?"
    r"|Fragen|Stellen?|Bereiche?n?|Länder|Regionen|Werte?n?|Punkte?n?|Fehler|Namen|Zahlen|Buchstaben|Abschnitte?n?"
    r"|Texte?|Einträge|Änderungen|Passagen?|Textstellen)"
)
"""What is marked by a colour."""
_MARKED = (
    r"(?:markiert|hervorgehoben|unterlegt|hinterlegt|geschrieben|gedruckt|eingefärbt|gefärbt|dargestellt|umrandet"
    r"|unterstrichen|angezeigt|gekennzeichnet|eingezeichnet|angestrichen|schraffiert)"
)
_NOT_NAMED = (
    r"(?! ?(?:[\"“„‚‘«»›'`\ufffc(]|(?-i:[A-ZÄÖÜ])|(?:mit|namens|ohne|für|zum|zur|neben|unter|über|in der|in dem|im"
    r"|am|an|auf)\b|, (?:der|die|das|auf|mit|in)\b))"
)
"""Not where a name follows, or words that tell by something else what is meant; a noun is a name here."""

COLOUR_ALONE = Phrases(
    re.compile(
        rf"\b(?:{_PRESS}|{_FIND}) {_THE}{_LOOKS}(?: {_PART}\b{_NOT_NAMED}|(?=[.!;]|$))"
        rf"|\b(?:(?:auf|den|die|das) )+{_LOOKS} {_PART} (?:an)?(?:klicken|drücken|tippen|klickst|drückst|klickt"
        rf"|drückt)\b|(?<!und )(?<!oder )\b{_COLOUR} {_MARKED}e[nrsm]? {_MANY}\b(?! ?\()"
        rf"|\b{_MANY},? (?:die |sind |ist |werden |wird )?(?:in )?{_COLOUR} {_MARKED}\b(?! ?\()"
        rf"|\b{_MANY} in {_COLOUR}\b(?! (?:und|oder|mit|auf|durch)\b| ?\()",
        re.IGNORECASE,
    ),
    tuple(_COLOURS),
)

_SHOWN = (
    r"(?:Kasten|Kästen|Box|Panel|Abbildung|Bild|Bilder|Bildern|Grafik|Grafiken|Diagramm|Tabelle|Menü|Spalte|Liste|Knopf"
    r"|Schaltfläche|Link|Symbol|Icon|Schaubild|Karte|Foto|Fotos|Zeichnung|Illustration|Screenshot|Fenster|Reiter|Skizze"
    r"|Button)"
)
_ARTICLE = r"(?:die|das|den|diese[nrs]?|(?<!\bin )(?<!\bauf )(?:der|dem|diesem))"

PLACE_ALONE = Phrases(
    re.compile(
        rf"\b{_ARTICLE} (?:(?:kleine|große)[nrsm]? |{_LOOKS} )?{_SHOWN} (?:(?:ganz )?(?:oben "
        rf"|unten )?(?:rechts|links)"
        r"(?: oben| unten)?|(?:auf|an) der (?:rechten|linken) Seite|in der (?:rechten|linken) (?:oberen |unteren )?Ecke"
        r"|in der (?:oberen|unteren),? (?:rechten|linken) Ecke)\b"
        r"(?! ?(?:[\"“„‚‘«»›'`\ufffc(]|(?:von|vom|neben|des|der|eine[rs]|mit|namens)\b|,? (?:das|die|der)\b))"
        rf"|\b(?:{_PRESS}|{_FIND}|öffnen Sie|öffne) (?:den|die|das|der|dem) (?:rechte|linke)[nrsm]? {_SHOWN}\b"
        r"(?! ?(?:[\"“„‚‘«»›'`\ufffc(]|(?:des|der|von|vom)\b|(?-i:[A-ZÄÖÜ])))",
        re.IGNORECASE,
    ),
    (" rechts", " links", " rechte", " linke"),
)
"""“Im Bild rechts” may be a place within the picture."""
