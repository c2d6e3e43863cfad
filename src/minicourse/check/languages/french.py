"""French."""

import re

from minicourse.check.languages.french_prose import (
    ABBREVIATIONS,
    ACRONYMS,
    BEFORE_NUMBERS,
    COLOUR_ALONE,
    PLACE_ALONE,
    SPELLS_OUT,
)
from minicourse.check.languages.french_research import FIGURE, NAMES_WHO, STUDY, SUPPOSED, VAGUE_CLAIM
from minicourse.check.languages.french_verbs import UNMEASURABLE, VERBS
from minicourse.check.languages.pack import Pack

_CHOICE = r"(?:réponse|proposition|affirmation|option|possibilité|solution|assertion|suggestion|phrase)"
_MASCULINE = r"(?:choix|énoncés?)"
_NTH = r"(?:première?|deuxième|seconde?|troisième|quatrième|cinquième|dernière?)"
_ABOVE = r"(?:ci-dessus|précédente?s?|proposée?s|suivante?s|citée?s|mentionnée?s)"
_RIGHT = r"(?:est|sont) (?:vraie?s?|correcte?s?|justes?|exactes?|bonne?s?|valables?)"
_ASKS = (
    r"(?:\b(?:lequel|laquelle|lesquel(?:le)?s|quel(?:le)?s?)\b"
    r"|^\W*(?:(?:à|de|avec|chez|pour) )?(?:qui|que|quoi)\b|\bqu['’]est-ce (?:que|qui)\b)"
)
"""What begins to ask which of the choices fits."""
_ANOTHER_CLAUSE = (
    r"(?:(?<!\best celui )(?<!\best celle )(?<!\bsont ceux )(?<!\bsont celles )(?<!est-ce )(?:qui|que)|qu['’]\w+|dont"
    r"|où"
    r"|quand|lorsqu\w+|si|s['’]ils?|parce|car|puisqu\w+|comme|comment|pourquoi|mais|et|ou|sans|pour|afin"
    r"|raisons?|causes?|motifs?|signifie\w*|explique\w*|implique\w*|veut dire|passe|arrive|produit"
    r"|pourcentage|proportion|part|fraction|nombre|proverbe|devise)(?!\w)"
)
"""What begins another clause, in which a “ne … pas” turns nothing round, or asks how many don't."""
_IN_THE_CLAUSE = rf"(?:(?![:();]|\b{_ANOTHER_CLAUSE}).)*?"
_NE = r"\b(?:ne |n['’])(?!pas\b)(?:[\w'’-]+ ){1,4}?"
"""A “ne” with its verb; before an infinitive, which may be what is asked about, its “pas” follows at once."""
_PAS = (
    r"(?<!\bva )pas(?!.*\bmais\b)"
    r"(?! (?:seulement|uniquement|que|forcément|nécessairement|toujours|tou[ts]e?s?)\b)"
)
"""What goes with it. With a “mais” behind it, it tells what a thing is like."""
_EXCEPT = r"(?:sauf|excepté|hormis|à l['’]exception)(?=(?: une?| d['’]une?| de)?[\W_]*$)"
_FALSE = (
    r"(?:(?<=\best )|(?<=\bsont )|(?<=\bla réponse )|(?<=\bla proposition )|(?<=\bl['’]affirmation )|(?<=\bla phrase ))"
    r"(?:faux|fausses?|incorrecte?s?|inexacte?s?|erronée?s?)(?=\W*$| (?:à propos|au sujet|concernant)\b)"
)
_GAP = r"\s*(?:_+|…)?[\s:.]*$"
_MUTE = r"h|y|onz|oui|uhlan|un\b|une\b|ulul"
"""What may be taken for a vowel or not: an h that is mute, or one that isn't, is known from a dictionary only."""
_VOWEL = rf"^\W*(?:[aeiouâàäéèêëîïôöùûœæ]|{_MUTE})"
_CONSONANT = rf"^\W*(?:(?![aeiouâàäéèêëîïôöùûœæ])\w|{_MUTE})"

PACK = Pack(
    language="fr",
    common=frozenset(
        """
        à a afin ai ailleurs ainsi alors après as au aucun aucune aujourd'hui auprès auquel aura aurait auront aussi
        autant autour autre autres aux auxquelles auxquels avaient avait avant avec avez avoir avons ayant beaucoup bien
        bon bonne c ça car cas ce ceci cela celle celle-ci celles celui celui-ci cependant certain certaine certaines
        certains ces cet cette ceux chacun chacune chaque chez chose choses ci comme comment concerne contre d dans de
        debout dehors déjà depuis dernier dernière des dès dessous dessus deux devant devez devient doit doivent donc
        dont du durant elle elles en encore enfin ensuite entre environ es est et étaient était étant été être eu eux
        façon faire fait faut fois font forme grand grande hors il ils j jamais je jusque l la là laquelle le lequel les
        lesquelles lesquels leur leurs lieu lors lorsque lui m ma mais mal malgré manière me même mêmes mes mettre mieux
        mise moi moins moment mon moyen n ne ni nom nombre non nos notamment notre nous on ont ou où par parce parfois
        parler parmi part partie pas pendant permet permettent personne personnes peu peut peuvent peux plus plusieurs
        plutôt point pour pourquoi pourra pourrait pouvez pouvoir premier première près prend prendre presque principal
        principale propre puis puisque qu quand quant que quel quelle quelles quelqu quelque quelques quels qui quoi
        quoique rien s sa sans sauf se sera serait seront ses seul seule seulement si sien soi soient soit son sont sous
        souvent suis suivant suivante suivantes suivants sur surtout t ta tandis tant te tel telle telles tels tes toi
        ton toujours tous tout toute toutes très trois trop tu type un une utilise utilisée utiliser va vers veut voici
        voilà voir vont vos votre vous y
        affirmation affirmations choix correct correcte exact exacte fausse faux juste option options proposition
        propositions question réponse réponses vrai vraie
        """.split()
    ),
    elided=re.compile(r"^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)"),
    all_of_them=re.compile(
        rf"^\W*(?:toutes (?:ces|les|les autres) {_CHOICE}s(?: {_ABOVE})?(?: {_RIGHT})?"
        rf"|tous (?:ces|les) {_MASCULINE}(?: {_ABOVE})?(?: {_RIGHT})?|(?:tous|toutes) {_RIGHT}"
        rf"|tout (?:ce qui précède|cela)(?: à la fois)?|toutes celles-ci|tous ceux-ci"
        rf"|les (?:deux|trois|quatre)(?: {_CHOICE}s| premières {_CHOICE}s)?"
        rf"(?: à la fois| {_ABOVE}| {_RIGHT}| {_ABOVE} {_RIGHT}))\W*$",
        re.IGNORECASE,
    ),
    none_of_them=re.compile(
        rf"^\W*(?:aucune (?:de ces|des|des autres) (?:\w+ )?{_CHOICE}s(?: {_ABOVE})?(?: n['’]{_RIGHT})?"
        rf"|aucun (?:de ces|des) {_MASCULINE}(?: {_ABOVE})?(?: n['’]{_RIGHT})?"
        rf"|aucune {_CHOICE}(?: {_ABOVE})?(?: n['’]{_RIGHT})?"
        rf"|aucune? n['’]{_RIGHT}|aucune? d['’]entre (?:elles|eux)|aucune de celles-ci|aucun de ceux-ci"
        rf"|rien de (?:tout )?(?:cela|ce qui précède)|ni l['’]une? ni l['’]autre)\W*$",
        re.IGNORECASE,
    ),
    some_of_them=re.compile(
        r"^\W*(?:certaine?s|quelques-une?s|la plupart|la moitié|la majorité|beaucoup|peu|plusieurs|une?|deux|trois"
        r"|quatre"
        r"|cinq|presque tou(?:te)?s|pas tou(?:te)?s)(?: de\b| d['’]| des\b| du\b|\W*$)",
        re.IGNORECASE,
    ),
    letters=re.compile(
        r"^\W*(?:(?:[Ll]es (?:deux )?|[Ss]eulement |[Uu]niquement |À la fois )?(?:[Rr]éponses |[Pp]ropositions )?)?"
        r"(?:[A-F](?:, [A-F])* (?:et|&) [A-F]|[a-f]\) ?et [a-f]\))(?: (?:sont \w+|uniquement|seulement))?\W*$"
    ),
    asks_how_much=re.compile(
        r"\bcombien\b|\bà quelle fréquence\b"
        r"|\bquel(?:le)? (?:est |était )?(?:le |la )?(?:pourcentage|proportion|part|fraction|nombre|quantité)\b",
        re.IGNORECASE,
    ),
    turned_round=re.compile(
        rf"(?:{_ASKS}{_IN_THE_CLAUSE}(?:{_NE}|\ble )(?={_PAS}\b|moins probable)|^.*\b(?={_EXCEPT}|{_FALSE}))"
        rf"({_PAS}\b|moins probable|{_EXCEPT}|{_FALSE})",
        re.IGNORECASE,
    ),
    denies=re.compile(
        r"^(?:\W*ne |(?:(?!,|\b(?:qu['’]?\w*|dont|où|parce|car|si|lorsqu\w+|quand|mais|et|ou)\b).)*?"
        rf"{_NE})({_PAS})\b",
        re.IGNORECASE,
    ),
    absolutes=re.compile(
        r"(?<!\bpas )(?<!\bpresque )(?<!\bpour )(?<!\bdepuis )(?<!\bexiste )(?<!\bexistent )(?<!\bsi )(?<!\bque )"
        r"(?<!\bà )"
        r"\b(?:toujours|jamais)\b(?! (?:pas|en vie|en vigueur|vivant|aussi|autant|plus|été)\b)"
        r"|\bdans tous les cas\b|\ben aucun cas\b|\ben toutes? circonstances?\b|\bsans (?:aucune )?exception\b"
        r"|\bquoi qu['’]il arrive\b",
        re.IGNORECASE,
    ),
    vague=re.compile(
        r"(?<!\bplus )(?<!\bmoins )(?<!\baussi )(?<!\bpas )(?<!\btrop )(?<!\bsi )(?<!\btrès )"
        r"\b(?:souvent|parfois|quelquefois|généralement|en général|habituellement|d['’]habitude|d['’]ordinaire"
        r"|fréquemment"
        r"|rarement|la plupart du temps|dans la plupart des cas|(?:a|ont) tendance à|en règle générale"
        r"|de temps en temps)\b",
        re.IGNORECASE,
    ),
    places=re.compile(
        rf"\b{_NTH} (?:et|ou) (?:la |le )?{_NTH} (?:{_CHOICE}s?|choix)\b|\b(?:deux|trois) (?:premi"
        rf"|derni)ères {_CHOICE}s\b"
        r"|\b(?:réponse|proposition|option)s? (?-i:[A-F])\b(?!['’-])|\bchoix (?-i:[A-F])\b(?!['’-])"
        r"|\b(?:réponse|proposition|option)s? (?:ci-dessus|ci-dessous)\b|\b(?:proposition|option)s? précédentes?\b"
        r"|\bchoix (?:ci-dessus|ci-dessous|précédents?)\b",
        re.IGNORECASE,
    ),
    levels=VERBS,
    unmeasurable=re.compile(rf"^(?:{'|'.join(UNMEASURABLE)})\b", re.IGNORECASE),
    able_to=re.compile(
        r"^(?:(?:à la fin|au terme|à l['’]issue|après|une fois)\b(?:[^,]*,|.*?(?=\b(?:vous|tu|(?:l['’]"
        r"|les )(?:apprenant|élève))))\s*)?"
        r"(?:(?:(?:le|la|les|l['’]|chaque)\s*)?(?:vous|tu|élèves?|étudiant\w*|apprenant\w*|participant\w*"
        r"|stagiaires?)\s+)?"
        r"(?:(?:pourr(?:ez|as|a|ont)|pouv(?:oir|ez)|peu(?:t|x|vent)|saur(?:ez|as|a|ont)|sav(?:oir|ez)|devr(?:ez|a"
        r"|ont))\s+"
        r"(?=(?:se |s['’])?\w+(?:er|ir|re)\b)"
        r"|(?:(?:ser(?:ez|as|a|ont)|êtes|est|sont|être)\s+)?(?:capables?|en mesure|à même)\s+(?:de\s+|d['’]))?",
        re.IGNORECASE,
    ),
    and_another=re.compile(
        r"^(?:(?!\b(?:que|qui|quels?|comment|pourquoi|pour|si|sans|avant|entre)\b).)*?"
        rf"\b(?:et|puis|et ensuite)\s+(?:de\s+|d['’])?({'|'.join(sorted(VERBS))})"
        r"\s(?:(?:une?|les?|la|des|du|ses|son|sa|leurs?|ce|cet|cette|ces|chaque|comment|pourquoi|quels?|quelles?)\b"
        r"|l['’])",
        re.IGNORECASE,
    ),
    verdicts=frozenset(
        """
        oui non correct correcte incorrect incorrecte exact exacte exactement inexact vrai vraie faux fausse juste bien
        très bon bonne mauvaise mauvais joué vu bravo parfait parfaite excellent excellente super génial félicitations
        dommage hélas désolé raté perdu gagné presque pas tout à fait essayez essaie essayer encore réessayez réessaie
        de nouveau une autre fois c'est ce n'est cela ça est en effet effectivement absolument malheureusement la le
        réponse choix vous avez tu as raison tort trompé trompée travail erreur l'erreur il s'agit
        """.split()
    ),
    persons=re.compile(
        r"\b(?:vous (?:êtes|étiez|avez été)|tu (?:es|étais|as été)|que (?:vous êtes|tu es))"
        r" (?:très |si |vraiment |un |une |trop |assez |bien |tellement |un peu |un vrai |une vraie )*"
        r"(?:intelligent|doué|brillant|génie|malin|maligne|expert|champion|étourdi|paresseu[xs]e?|bête|stupide|nul"
        r"|distrait"
        r"|négligent|lent)(?:e?s?|le)\b",
        re.IGNORECASE,
    ),
    empty_link=re.compile(
        r"^\W*(?:(?:cliqu(?:ez|e|er)|voir|voyez|lire|lisez|appuyez|allez|regardez)? ?(?:ici|là)"
        r"|(?:en )?(?:savoir|lire|voir|découvrir) (?:plus|davantage)|(?:lire )?la suite|suite|plus"
        r"|plus d['’](?:informations?|infos?)|(?:(?:le|ce) )?lien|cette page|ce site(?: web)?|cet article|ce document"
        r"|cette vidéo|continuer(?: la lecture)?|détails|télécharg(?:er|ez|ement))\W*$",
        re.IGNORECASE,
    ),
    names_a_picture=re.compile(
        r"^\W*(?:une? |la |l['’]|cette )?(?:image|photo|photographie|illustration|capture d['’]écran|icône)"
        r" (?:de\b|du\b|des\b|d['’]|montrant\b|qui montre\b|qui représente\b|représentant\b|où l['’]on voit\b)",
        re.IGNORECASE,
    ),
    fitting_ends=(
        (re.compile(rf"((?<!\w)(?:l|d|qu)['’]){_GAP}", re.IGNORECASE), re.compile(_VOWEL, re.IGNORECASE)),
        (re.compile(rf"(?<![\w'’-])(le|la|de|du|au|que){_GAP}", re.IGNORECASE), re.compile(_CONSONANT, re.IGNORECASE)),
    ),
    ends_a_sentence=re.compile(
        r"(?<!\.)(?<!\b[^\W\d])(?<!\betc)(?<!\bex)(?<!\bMM)(?<!\bDr)(?<!\bcf)(?<!\bJr)(?<!\benv)(?<!\bapr)(?<!\bav)"
        r"[.!?][\"”’»)\s]*$",
        re.IGNORECASE,
    ),
    asks_for_meaning=re.compile(
        r"(?:\b(?:est|sont|était|étaient|signifie(?:nt)?|veut dire|veulent dire|désigne(?:nt)?|représente(?:nt)?)"
        r"|s['’]appelle(?:nt)?|(?:est|sont) (?:appelé|nommé|défini)e?s?(?: comme)?|consiste(?:nt)? (?:à|en))\s*:?\s*$",
        re.IGNORECASE,
    ),
    asks_why=re.compile(
        r"\b(?:pourquoi|parce|raisons?|causes?|expliqu\w+|sugg\w+|impliqu\w+|conclu\w+|dédui\w+|prévoi\w+|prédi\w+"
        r"|arrive"
        r"|passe|si|suppos\w+|imagin\w+|considér\w+|exemples?|but|différen\w+|compar\w+|avantages?|risques?|preuves?"
        r"|mieux|meilleur\w*|pire|plus|moins|adapté\w*|appropri\w+|convient|premi\w+|abord|ensuite|devrai\w+|doi\w+"
        r"|faut"
        r"|ferai\w+|pourrai\w+|comment)\b",
        re.IGNORECASE,
    ),
    abbreviations=ABBREVIATIONS,
    before_numbers=BEFORE_NUMBERS,
    acronyms=ACRONYMS,
    spells_out=SPELLS_OUT,
    colour_alone=COLOUR_ALONE,
    place_alone=PLACE_ALONE,
    figure=FIGURE,
    study=STUDY,
    supposed=SUPPOSED,
    vague_claim=VAGUE_CLAIM,
    names_who=NAMES_WHO,
)
