"""What French texts are made of: abbreviations, names in capitals, and words for what is seen."""

import re

from minicourse.check.languages.known_names import NAMES
from minicourse.check.languages.pack import Phrases

ABBREVIATIONS = frozenset(
    """
    mm dr pr me mgr st p.ex ex cf vs env apr av boul bd adr tél max min resp incl s.-à-d c.-à-d éd coll dir trad ibid
    al e.g i.e
    """.split()
)
"""“Mme” and “Mlle” have no full stop."""

BEFORE_NUMBERS = frozenset(
    """
    no nos n p pp chap ch art al fig figs vol t éd sect éq eqs par § ann tabl c ca
    janv févr avr juil sept oct nov déc
    """.split()
)

_NAMES = """
    ONU OTAN OMS OIT OMC FMI BCE OCDE ONG URSS SNCF RATP TGV EDF TVA CNIL CNRS INSEE INSERM INRIA ENA ENS HEC BAC CAP
    BEP BTS DUT CDI CDD SMIC RSA PME PDG DRH PIB ADN ARN SIDA VIH TDAH OVNI OGM HLM RER PSG CRS SAMU URSSAF SARL SAS
    RGPD TICE TIC UNEDIC CEDEX IRM IVG MST QCM QCU EPS SVT CHU DOM TOM
"""
_STRESSED = """
    JAMAIS TOUJOURS SEUL SEULE TOUT TOUS TOUTE TOUTES RIEN TRÈS IMPORTANT NOTE ATTENTION DANGER DOIT DOIVENT PEUT VRAI
    FAUX FIN DEBUT NOUVEAU NOUVELLE BIEN MAL AVANT APRES DEUX TROIS MAIS ICI AUCUN AUCUNE SAUF AVEC SANS SURTOUT LIRE
    NON OUI PAS STOP MERCI
"""

ACRONYMS = NAMES | frozenset(f"{_NAMES} {_STRESSED}".split())

SPELLS_OUT = re.compile(
    r"@,? (?:ou\b|signifie|veut dire|désigne|pour\b|c['’]est-à-dire|est (?:une?|le sigle)\b)"
    r"|\b(?:appuyez sur|touches?|onglet|menu|bouton|colonne) @"
    r"|\b(?:ou|appelée?s?|dite?s?|abrégée?s?|nommée?s?) @|@.{0,99}\b(?:sigle|acronyme|abréviation|mnémo)"
    r"|\b(?:sigle|acronyme|abréviation|mnémo).{0,99}@",
    re.IGNORECASE,
)
"""A key or a part of a screen is announced by what stands before it, “onglet @”."""

# ---- what is seen ----------------------------------------------------------------------------------------------------

_COLOURS = (
    r"rouges?|verte?s?|bleue?s?|jaunes?|oranges?|violet(?:te)?s?|mauves?|roses?|marrons?|brune?s?|grise?s?|noire?s?"
    r"|blanc(?:he)?s?|turquoises?|magenta|cyan"
)
_SHAPES = r"ronde?s?|carrée?s?|triangulaires?|rectangulaires?|circulaires?|ovales?"
_BEGINNINGS = (
    "rouge vert bleu jaune orange violet mauve rose marron brun gris noir blanc turquoise magenta cyan rond carré"
    " triangulaire rectangulaire circulaire ovale"
).split()
_COLOUR = rf"(?:de couleur )?(?:{_COLOURS})(?: (?:claire?|foncée?|vive?|vif|pâle))?"
_LOOK = rf"(?:{_COLOUR}|{_SHAPES})"
_LOOKS = rf"{_LOOK}(?:(?: et | ou |, ?| ){_LOOK})*"
_PRESS = (
    r"(?:(?:(?:double-)?cliqu(?:ez|e|er|ant)|appu(?:yez|ie|yer|yant)|press(?:ez|e|er)|touch(?:ez|e|er))(?: sur)?"
    r"|(?:un )?clic sur|sélectionn(?:ez|e|er)|choisi(?:ssez|s|r)|coch(?:ez|e|er)|(?:fai(?:tes|s|re) )?gliss(?:ez|e|er)"
    r"|utilis(?:ez|e|er)|survol(?:ez|e|er))"
)
_FIND = (
    r"(?:voir|voyez|regard(?:ez|e|er)|observ(?:ez|e|er)|suiv(?:ez|re)|compar(?:ez|e|er)|lisez|lire|rempli(?:ssez|s|r)"
    r"|complét(?:ez|er)|trouv(?:ez|er))"
)
_THE = r"(?:(?:le|la|les|un|une|ce|cette|l['’]une? des|chaque|tous les|toutes les) |l['’])"
_PART = (
    r"(?:boutons?|icônes?|liens?|onglets?|encadrés?|cases?|flèches?|barres?|zones?|colonnes?|lignes?|cellules?|points?"
    r"|cercles?|courbes?|champs?|étiquettes?|symboles?|triangles?|carrés?|panneaux?|menus?|rectangles?)"
)
"""What is on a page or in a picture, and seldom in a classroom or a garden."""
_PLURAL = (
    r"(?:mots?|termes?|éléments?|réponses?|champs?|lignes?|cellules?|parties?|phrases?|questions?|zones?|régions?|pays"
    r"|valeurs?|points?|erreurs?|noms?|nombres?|chiffres?|lettres?|passages?|sections?|textes?|modifications?|données)"
)
"""What is marked by a colour."""
_MARKED = (
    r"(?:(?:montr|affich|marqu|surlign|soulign|imprim|color|indiqu|not|repér|représent)ée?s?|écrite?s?"
    r"|mise?s? en évidence)"
)
_NOTHING_MORE = (
    r"(?=\s*(?:$|[.!?;]|,(?! ?[\"“«'‘\ufffc(])|(?:pour|et|ou|puis|quand|lorsque|jusqu|si|encore|deux fois|une fois"
    r"|pendant|afin|avant|après)\b))"
)
"""A name may follow without a sign, “le bouton rouge arrêt”, or what tells it from others, “qui dit”."""
_COLOUR_ONLY = r"(?! ?(?:(?:et|ou|avec|par|sur|gras|italique|majuscules?|au (?:crayon|stylo|feutre)|foncé sur)\b|\())"
"""Not where the same is told by a second sign."""

COLOUR_ALONE = Phrases(
    re.compile(
        rf"\b(?:{_PRESS}|{_FIND}) {_THE}{_PART} {_LOOKS}{_NOTHING_MORE}"
        rf"|\b{_PLURAL} (?:qui (?:est|sont|apparaissent) |est |sont |apparaissent )?(?:{_MARKED} )?en"
        rf" (?!blanc){_COLOUR}(?!\w){_COLOUR_ONLY}",
        re.IGNORECASE,
    ),
    tuple(f" {word}" for word in _BEGINNINGS),
)
"""“En blanc” says that nothing is there."""

_SHOWN = (
    r"(?:encadrés?|boîtes?|cadres?|panneaux?|panneau|figures?|images?|schémas?|diagrammes?|tableaux?|menus?"
    r"|colonnes?|liens?|icônes?|graphiques?|cartes?|photos?|photographies?|dessins?|illustrations?|captures?"
    r"|fenêtres?|onglets?|boutons?|volets?)"
)
_HERE = r"(?:page|écran|fenêtre|image|figure|site)"
_SIDE = r"(?:droite|gauche)"

PLACE_ALONE = Phrases(
    re.compile(
        rf"(?:\b(?:le|la|les|ce|cette|ces|du|au)|\bl['’])(?: |(?<=['’])){_SHOWN} (?:{_LOOKS} )?"
        r"(?:(?:qui (?:est|se trouve|s['’]affiche|apparaît) )|située?s? |placée?s? |affichée?s? )?"
        rf"(?:(?:à|de|sur) (?:la |votre |ta )?{_SIDE}|(?:du|sur le) côté (?:droit|gauche)|en (?:haut|bas) à {_SIDE}"
        r"|(?:dans|au|en) (?:le )?(?:coin|partie) (?:supérieure?|inférieure?) (?:droite?|gauche))\b"
        rf"(?! ?(?:[\"“‘«'`\ufffc(]|(?:avec|qui|où|intitulée?)\b|(?:du|des|de|d['’]) ?(?!(?:la |l['’]|cette |votre "
        rf"|cet )?{_HERE})))|\b(?:{_PRESS}|{_FIND}|ouvrez) (?:le |la |les |l['’])(?!bouton){_SHOWN} (?:droite?"
        rf"|gauche)s?\b"
        r"(?! ?(?:[\"“‘«'`\ufffc(]|d(?:u|es|e)\b))",
        re.IGNORECASE,
    ),
    (" droit", " gauche"),
)
"""The “bouton droit” is a mouse's; a “liste de gauche” stands for election."""
