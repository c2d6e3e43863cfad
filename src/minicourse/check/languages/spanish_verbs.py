"""What Spanish verbs of objectives ask of a learner, by the levels of Bloom's revised taxonomy.

The levels, and how a verb with two readings is placed, are as in `english_verbs.py`. Objectives are written with
infinitives. `valorar` and `apreciar` mean to judge as well as to like: the first is listed, the second is not.
"""

_LEVELS = {
    "remember": """
        citar definir deletrear enumerar enunciar identificar indicar listar localizar memorizar mencionar nombrar
        recitar reconocer recordar repetir reproducir señalar ubicar
    """,
    "understand": """
        aclarar clasificar comparar contar contrastar describir discutir ejemplificar explicar exponer expresar
        ilustrar inferir interpretar parafrasear reformular relatar resumir traducir
    """,
    "apply": """
        administrar aplicar calcular completar conducir configurar convertir demostrar dirigir documentar efectuar
        ejecutar elegir emplear escoger escribir gestionar hacer implementar instalar llevar manejar medir mostrar
        operar practicar realizar resolver seleccionar simular solucionar usar utilizar
    """,
    "analyse": """
        agrupar analizar asociar atribuir categorizar descomponer detectar diagnosticar diferenciar discriminar
        distinguir estructurar examinar indagar inspeccionar investigar ordenar organizar relacionar separar
    """,
    "evaluate": """
        argumentar autoevaluar comprobar concluir criticar cuestionar debatir decidir defender estimar evaluar
        fundamentar juzgar justificar predecir priorizar recomendar reflexionar revisar sustentar validar valorar
        verificar
    """,
    "create": """
        adaptar combinar componer concebir confeccionar construir crear desarrollar diseñar elaborar formular generar
        idear improvisar integrar inventar mejorar modificar planear planificar plantear preparar producir programar
        proponer redactar reescribir sintetizar
    """,
}

VERBS = {verb: level for level, verbs in _LEVELS.items() for verb in verbs.split()}
"""The level that a verb belongs to."""

UNMEASURABLE = (
    r"(?:comprender|conocer|entender|aprender|captar|asimilar|interiorizar|descubrir|disfrutar)(?:ás|án?|emos)?",
    r"(?:comprende|conoce|entiende|aprende|sabe)[sn]?",
    r"(?:sabr(?:ás?|án)|saber(?! \w+[aei]r\b))",
    r"(?:familiarizar|concienciar|concientizar|sensibilizar|percatar|enterar)se",
    r"(?:tomar|adquirir|cobrar) conciencia",
    r"(?:ser|estar) (?:consciente|familiarizad|al tanto|al corriente)",
    r"(?:tener|adquirir|obtener|poseer) (?:un |una |los |las |unos |unas )?"
    r"(?:conocimientos?|noción|nociones|idea|comprensión|visión)",
    r"(?:creer|pensar|sentir)",
)
"""Verbs and phrases for what goes on in a head, which nobody can see done; regular expressions."""
