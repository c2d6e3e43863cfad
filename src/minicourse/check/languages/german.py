"""German."""

import re

from minicourse.check.languages.german_prose import (
    ABBREVIATIONS,
    ACRONYMS,
    BEFORE_NUMBERS,
    COLOUR_ALONE,
    PLACE_ALONE,
    SPELLS_OUT,
)
from minicourse.check.languages.german_research import FIGURE, NAMES_WHO, STUDY, SUPPOSED, VAGUE_CLAIM
from minicourse.check.languages.german_verbs import GAINED, GAINING, IN_A_HEAD, STATES, VERBS, verb_first
from minicourse.check.languages.pack import Pack

_CHOICE = r"(?:Antwort|Aussage|Option|Möglichkeit|Lösung|Auswahl|Behauptung|Antwortmöglichkeit)"
_CHOICES = rf"(?:{_CHOICE}en|Vorschläge|Punkte)"
_NTH = r"(?:erste|zweite|dritte|vierte|fünfte|letzte)n?"
_ABOVE = (
    r"(?:(?:oben |hier |bisher )?(?:genannten?|aufgeführten|angegebenen|erwähnten)|obigen?|vorstehenden|vorherigen)"
)
_RIGHT = r"(?:(?:ist|sind) (?:richtig|korrekt|wahr|zutreffend)|(?:trifft|treffen) zu|stimmt|stimmen|passt|passen)"
_GROUP = rf"(?:(?:{_ABOVE}|diese[rn]?|anderen)(?: {_CHOICES})?|(?:{_CHOICES}))(?: {_ABOVE}| oben)?(?: {_RIGHT})?"
_ASKS = (
    r"\b(?:welche[rsmn]?|was(?! (?:für|bedeutet|heißt|passiert|geschieht)\b)|we[rmn]"
    r"|(?-i:W)o(?:mit|zu|für|von|bei|durch)?)\b"
)
"""What begins to ask which of the choices fits."""
_ANOTHER_CLAUSE = (
    r"(?:Anteil|Prozentsatz|Teil|Zahl|Anzahl|Grund|Gründe|Ursachen?|Begründung|Erklärung|Folgen?|und|oder|wenn|falls"
    r"|weil"
    r"|dass|warum)\b"
)
_IN_THE_CLAUSE = rf"(?:(?![,:;()–]|\b{_ANOTHER_CLAUSE}).)*?"
"""A clause ends at a comma in German; besides, some nouns ask how many don't, or why."""
_NOT = (
    r"(?<!\bein )(?<!\beine )(?<!\beiner )(?<!\beinen )(?<!\beinem )(?<!\beines )(?<!\bder )(?<!\bdie )(?<!\bdas )"
    r"(?<!\bdem )(?<!\bden )(?<!\bdes )(?<!\bfür )(?<!\bvon )(?<!\bbei )(?<!\bmit )(?<!\baus )(?<!\bin )(?<!\bdurch )"
    r"nicht(?!-)(?! (?:nur|allein|bloß|unbedingt|notwendigerweise|immer|alle|jede[rsmn]?|ganz|so|mehr als"
    r"|länger als)\b)"
    r"(?! zu (?!(?:de|ihre|seine|diese|unsere)[nmr]\b)\w+e?n\b)(?!.*\b(?:aber|sondern)\b)"
)
"""With an “aber” behind it, it tells what a thing is like; before an adjective it belongs to that."""
_NO = r"kein(?:e[rsmn]?)?"
_IS = r"\b(?:ist|sind|war|waren|wäre|wären|gehört|zählt|stellt|bildet|gilt|gibt)\b"
_EXCEPT = r"(?:außer|ausgenommen|bis auf)(?=(?: eine[rsmn]?)?[\W_]*$)"
_FALSE = (
    r"(?:(?:(?<=\bist )|(?<=\bsind ))(?:falsch|unrichtig|unwahr|unzutreffend|inkorrekt)(?=\W*$| (?:über|bezüglich)\b)"
    r"|(?<=\bdie )falsche(?= (?:Antwort|Aussage|Option|Behauptung)\W*(?:an|aus)?\W*$))"
)

PACK = Pack(
    language="de",
    common=frozenset(
        """
        ab aber all alle allein allem allen aller allerdings alles als also am an andere anderem anderen anderer anderes
        anders auch auf aus außer außerdem bei beide beiden beider beides beim bereits besonders besser beste besten
        bevor bis bisher bleiben bleibt brauchen braucht da dabei dadurch dafür dagegen daher damals damit danach daran
        darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein deine dem den denen denn dennoch
        der deren des deshalb dessen desto deutlich dich die dies diese dieselbe dieselben diesem diesen dieser dieses
        dir doch dort drei du durch dürfen eher eigene eigenen ein einander eine einem einen einer eines einfach einige
        einigen einiger einmal eins einzelne einzelnen entspricht entsteht entweder er ergibt erst erste ersten erster
        es etwa etwas euch euer eure falls fast finden findet folgende folgendem folgenden folgender folgendes für ganz
        geben gegen gegenüber gehen gehört gehören geht gemacht genau genannt genannten gerade gibt gilt gleich gleiche
        gleichen groß große großen großer größer gut gute guten haben habe halten hat hatte hatten häufig hält heißt her
        hier hin hinter hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb ins
        ist ja je jede jedem jeden jeder jedes jedoch jemand jene jenen jener jenes jetzt kann kannst kaum kein keine
        keinem keinen keiner keines kleine kleinen kommen kommt können könnte könnten lassen lässt lediglich liegen
        liegt machen macht mal man manche manchen mehr mehrere mehreren mein meine meist meisten mich mindestens mir mit
        mittels muss musste möglich möglichst möglichkeit müssen müsste nach nachdem nächste nächsten neben nehmen nein
        nennt nicht nichts nie niemals niemand noch nun nur nutzen ob oben obwohl oder oft ohne person personen schon
        sehr sei seien sein seine seinem seinen seiner seines seit seitdem selbst setzen sich sie sieht sind so sobald
        sodass sofern sogar solche solchem solchen solcher soll sollen sollte sollten somit sondern sonst sowie sowohl
        spielt spielen statt stehen steht stellen stellt stets teil teile trifft trotz trotzdem tun tut über um und uns
        unser unsere unserer unter verschiedene verschiedenen verwenden verwendet verwendung viel viele vielen vom von
        vor vorher wann war waren warum was weder weg wegen weil weise weiter weitere weiteren welche welchem welchen
        welcher welches wem wen wenig wenige weniger wenn wer werde werden wessen weshalb wichtig wichtige wichtigen
        wichtigste wichtigsten wie wieder wieso will wir wird wo wobei wodurch wofür wohl womit worden worin wurde
        wurden während wäre wären würde würden zählt zeigen zeigt zu zuerst zum zunächst zur zusammen zwar zwei zwischen
        antwort antworten aussage aussagen behauptung falsch falsche frage korrekt option optionen richtig richtige
        richtigen wahr
        """.split()
    ),
    all_of_them=re.compile(
        rf"^\W*(?:alle (?:der )?{_GROUP}|alle {_RIGHT}|alles (?:davon|genannte|oben genannte|obige|trifft zu|stimmt)"
        rf"|alle (?:zwei|drei|vier|fünf)(?: {_CHOICES})?(?: {_RIGHT})?|beides(?: {_RIGHT}| davon)?"
        rf"|beide {_CHOICES}(?: {_RIGHT})?|beide {_RIGHT}|jede der {_GROUP})\W*$",
        re.IGNORECASE,
    ),
    none_of_them=re.compile(
        rf"^\W*(?:kein(?:e[rs]?|s)? (?:der |von |davon|dieser )?(?:{_GROUP}|davon|diesen|beiden|von beiden)"
        rf"|keine[rs]? davon|keine (?:\w+ )?{_CHOICE}(?: {_RIGHT})?|keine[rs]? {_RIGHT}|nichts (?:davon|von alledem|von"
        rf" (?:dem|den|allem) {_ABOVE}|trifft zu|stimmt)|weder noch)(?: {_RIGHT})?\W*$",
        re.IGNORECASE,
    ),
    some_of_them=re.compile(
        r"^\W*(?:einige|manche|die meisten|die Hälfte|die Mehrheit|viele|wenige|mehrere|eine[rsn]?|eins|zwei|drei|vier"
        r"|fünf"
        r"|fast alle|nicht alle|nur eine[rs]?)(?: der\b| von\b| davon\b| dieser\b|\W*$)",
        re.IGNORECASE,
    ),
    letters=re.compile(
        r"^\W*(?:(?:[Ss]owohl|[Nn]ur|[Bb]eide,?|[Aa]ntworten?|[Aa]ussagen?|[Nn]ur Antworten) )?"
        r"(?:[A-F](?:, [A-F])*(?: und | & | als auch )[A-F]|[a-f]\) ?und [a-f]\))(?: (?:sind|treffen"
        r"|stimmen)(?: \w+)?)?\W*$"
    ),
    asks_how_much=re.compile(
        r"\bwie ?(?:viele?[rnm]?|oft|häufig|groß|lange?|weit|hoch|wahrscheinlich|sehr|selten)\b"
        r"|\bwelche[rsnm]? (?:\w+ )?(?:Anteil|Prozentsatz|Teil|Zahl|Anzahl|Menge|Bruchteil)\b",
        re.IGNORECASE,
    ),
    turned_round=re.compile(
        rf"(?:{_ASKS}{_IN_THE_CLAUSE}(?:{_IS}{_IN_THE_CLAUSE}\b(?={_NO}\b)|\b(?={_NOT}\b|am wenigsten))"
        rf"|^.*\b(?={_EXCEPT}|{_FALSE}))({_NO}\b|{_NOT}\b|am wenigsten|{_EXCEPT}|{_FALSE})",
        re.IGNORECASE,
    ),
    denies=re.compile(rf"^[^,:;]*?\b({_NOT}|{_NO})\b", re.IGNORECASE),
    absolutes=re.compile(
        r"(?<!\bnicht )(?<!\bfast )(?<!\bbeinahe )(?<!\bnoch )(?<!\bfür )(?<!\bwie )(?<!\bschon )(?<!\bauch )"
        r"\b(?:immer(?! (?:noch|wieder|öfter|mehr|wenn|dann|(?!der\b|er\b|einer\b|oder\b|aber\b|unter\b"
        r"|über\b)\w+er(?:e[rsmn]?)?)\b)"
        r"|nie|niemals|stets)\b"
        r"|\bin jedem Fall\b|\bin allen Fällen\b|\bin keinem Fall\b|\bauf (?:jeden|keinen) Fall\b|\bkeinesfalls\b"
        r"|\bunter (?:allen|keinen) Umständen\b|\bausnahmslos\b|\bohne (?:jede )?Ausnahme\b",
        re.IGNORECASE,
    ),
    vague=re.compile(
        r"(?<!\bwie )(?<!\bso )(?<!\bzu )(?<!\bnicht )(?<!\bam )(?<!\bsehr )(?<!\bgenauso )(?<!\beine )(?<!\bein )"
        r"\b(?:(?:oft|häufig|selten)(?!\W*$)(?<!\bist oft)(?<!\bist häufig)(?<!\bist selten)|manchmal|meist|meistens"
        r"|gewöhnlich|üblicherweise|normalerweise|in der Regel|gelegentlich|mitunter|öfters|bisweilen|im Allgemeinen"
        r"|in den meisten Fällen|(?:neigt|neigen|tendiert|tendieren) (?:dazu|zu))\b",
        re.IGNORECASE,
    ),
    places=re.compile(
        rf"\b{_NTH} (?:und|oder) (?:die )?{_NTH} {_CHOICE}(?:en)?\b|\b(?:ersten|letzten) (?:beiden|zwei"
        rf"|drei) {_CHOICES}\b"
        rf"|\b(?:beiden|zwei|drei) (?:ersten|letzten) {_CHOICES}\b"
        r"|\b(?:Antwort|Option|Möglichkeit|Antwortmöglichkeit)(?:en)? (?-i:[A-F])\b(?!['’-])"
        rf"|\b(?:obige|vorige|vorherige|vorangehende|obenstehende|untenstehende)n? {_CHOICE}(?:en)?\b"
        r"|\b(?:Antwort|Option)(?:en)? (?:oben|darüber|darunter|weiter unten)\b",
        re.IGNORECASE,
    ),
    levels=VERBS,
    able_to=re.compile(
        r"^(?:(?:nach|am Ende|mit|durch)\b.*?(?=\b(?:können|kannst|sind|bist)\b))?"
        r"(?:(?:(?:die|der|jede[rs]?)\s+)?"
        r"(?:(?:Lernende|Teilnehmende|Studierende)[rn]?|Schüler\w*(?: und Schüler)?|SuS"
        r"|Teilnehmer\w*|Sie|du|ihr|ich|wir)\s+)?"
        r"(?:(?:können|könnt|kannst|kann|sollen|sollten)\s+(?:(?:Sie|du|die (?:Lernende|Teilnehmende"
        r"|Studierende)n)\s+)?"
        r"|(?:(?:sind|ist|bist|seid)\s+)?(?:(?:Sie|du)\s+)?(?:in der Lage|fähig|imstande),?\s+)?",
        re.IGNORECASE,
    ),
    verb_first=verb_first,
    unmeasurable=re.compile(
        rf"^(?:(?:{'|'.join((*STATES, *IN_A_HEAD))}|kennst|verstehst|weißt)\b|(?i:{'|'.join(IN_A_HEAD)})(?=,|\W*$)"
        rf"|(?:{'|'.join(GAINING)})\b(?=[^,]*\b(?:{'|'.join(GAINED)})\b))"
    ),
    and_another=re.compile(
        rf"^({'|'.join(sorted(VERBS))})\b[^,]*?\s(?-i:{'|'.join(sorted(VERBS))})(?=,? (?:und|sowie)\b)", re.IGNORECASE
    ),
    verdicts=frozenset(
        """
        ja nein richtig falsch korrekt inkorrekt genau stimmt nicht leider sehr gut super prima toll klasse perfekt
        bravo ausgezeichnet hervorragend wunderbar schön gemacht gratulation glückwunsch herzlichen schade fast knapp
        daneben gelegen das ist war die antwort eine diese deine ihre lösung so noch einmal mal erneut versuch
        versuchen probier probieren es sie du bitte wieder gute gut gelöst weiter trifft zu hier liegst liegen
        haben hast recht absolut treffer volltreffer exakt also
        """.split()
    ),
    persons=re.compile(
        r"\b(?:(?:(?:du|ihr) (?:bist|warst|seid)|(?:bist|warst|seid) (?:du|ihr)|(?:sind|waren) (?-i:Sie)"
        r"|(?<=[\w,] )(?-i:Sie) (?:sind|waren))"
        r" (?:so |sehr |wirklich |echt |zu |ein |eine |aber |ja |wohl |ganz schön |ein echtes |ein wahres )*"
        r"|(?-i:Sie) (?:sind|waren) (?:ein |eine |ein echtes |ein wahres ))"
        r"(?:klug|schlau|clever|intelligent|begabt|talentiert|brillant|Genie|Naturtalent|Talent|Experte|Expertin|Star"
        r"|faul"
        r"|dumm|nachlässig|unaufmerksam|langsam|schlampig|leichtsinnig|Profi)\b",
        re.IGNORECASE,
    ),
    empty_link=re.compile(
        r"^\W*(?:(?:klick(?:en sie|e|t)?|drück(?:en sie|e)?|siehe|sehen sie|lesen sie|geh(?:en sie"
        r"|e)?)?(?: bitte)? ?hier"
        r"|(?:bitte )?hier (?:klicken|entlang|drücken|weiterlesen|lesen)|(?:hier )?(?:gibt es )?mehr"
        r"|mehr (?:dazu|lesen|erfahren|infos?|informationen)|weitere (?:infos|informationen)"
        r"|weiter(?:lesen)?|(?:zum |(?:dieser|der|dem) )?link|(?:auf )?diese[rs]? (?:seite|website|webseite|artikel"
        r"|dokument|video)"
        r"|details|download|herunterladen|zur seite|zum artikel)\W*$",
        re.IGNORECASE,
    ),
    names_a_picture=re.compile(
        r"^\W*(?:ein |eine |das |die |dieses |diese )?"
        r"(?:Bild|Foto|Fotografie|Abbildung|Grafik|Screenshot|Bildschirmfoto|Illustration|Icon)"
        r"(?: (?:von|vom|einer|eines|mit|zeigt|der|des)\b|, (?:das|die|auf dem|auf der)\b)",
        re.IGNORECASE,
    ),
    has_cases=True,
    ends_a_sentence=re.compile(
        r"(?<!\.)(?<!\b[^\W\d])(?<!\s[1-9])(?<!^[1-9])(?<!\s\d\d)(?<!^\d\d)(?<!\busw)(?<!\betc)(?<!\bbzw)(?<!\bca)"
        r"(?<!\bDr)(?<!\bNr)(?<!\bChr)(?<!\bJh)(?<!\bMio)(?<!\bMrd)"
        r"(?<!\bvgl)(?<!\bevtl)(?<!\bggf)(?<!\bStr)(?<!\bSt)(?<!\binkl)(?<!\bII)(?<![XVI][XVI])"
        r"[.!?][\"“”‘’«»)]*\s*$",
        re.IGNORECASE,
    ),
    asks_for_meaning=re.compile(
        r"\b(?:ist|sind|war|waren|heißt|heißen|bedeutet|bedeuten|bezeichnet|steht für|nennt man|bezeichnet man als"
        r"|versteht man)\s*:?\s*$",
        re.IGNORECASE,
    ),
    asks_why=re.compile(
        r"\b(?:warum|weshalb|wieso|wozu|weil|gr(?:und|ünde)|ursachen?|erklär\w+|folg\w+|schlie(?:ß|ss)\w+|vorher\w+"
        r"|passiert|geschieht|wenn|falls|angenommen|beispiel\w*|zweck|unterschied\w*|vergleich\w+|vorteile?|risik\w+"
        r"|belege?n?|best\w+|besser\w*|schlecht\w+|meisten|wenigsten|eher|pass(?:t|en\w*)|geeignet\w*|zuerst|erste\w*"
        r"|nächste\w*|soll\w*|würde\w*|könnte\w*|wie)\b",
        re.IGNORECASE,
    ),
    abbreviations=ABBREVIATIONS,
    before_numbers=BEFORE_NUMBERS,
    ordinals=True,
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
