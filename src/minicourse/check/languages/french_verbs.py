"""What French verbs of objectives ask of a learner, by the levels of Bloom's revised taxonomy.

The levels, and how a verb with two readings is placed, are as in `english_verbs.py`. Objectives are written with
infinitives. `apprécier` means to judge as well as to like, and stands in neither list.
"""

_LEVELS = {
    "remember": """
        citer définir énoncer énumérer étiqueter identifier indiquer lister localiser mémoriser mentionner
        nommer rappeler réciter reconnaître repérer répéter reproduire restituer situer
    """,
    "understand": """
        caractériser clarifier classer classifier comparer contraster décrire dégager discuter exemplifier expliciter
        expliquer exposer exprimer illustrer inférer interpréter paraphraser préciser présenter reformuler résumer
        traduire
    """,
    "apply": """
        administrer appliquer calculer choisir compléter conduire configurer convertir démontrer déployer diriger
        documenter écrire effectuer employer exécuter faire gérer implémenter installer manipuler mener mesurer mettre
        montrer opérer pratiquer réaliser résoudre sélectionner simuler traiter utiliser
    """,
    "analyse": """
        analyser associer attribuer catégoriser décomposer détecter diagnostiquer différencier discriminer disséquer
        distinguer enquêter examiner inspecter ordonner organiser rechercher regrouper relier séparer structurer trier
    """,
    "evaluate": """
        argumenter arbitrer conclure conseiller critiquer débattre décider défendre estimer évaluer hiérarchiser juger
        justifier noter prédire prévoir prioriser recommander réviser réfuter tester valider vérifier
    """,
    "create": """
        adapter améliorer assembler bâtir combiner composer concevoir construire créer développer élaborer formuler
        générer imaginer improviser intégrer inventer modifier planifier préparer produire programmer proposer rédiger
        réécrire synthétiser
    """,
}

VERBS = {verb: level for level, verbs in _LEVELS.items() for verb in verbs.split()}
"""The level that a verb belongs to."""

UNMEASURABLE = (
    r"(?:comprendre|connaître|apprendre|découvrir|assimiler|intérioriser)",
    r"(?:comprendr|connaîtr|apprendr|découvrir)(?:ez|as|ont)",
    r"(?:sav(?:oir|ez)|saur(?:ez|as|a|ont))",
    r"(?:se |s['’])(?:familiariser|sensibiliser|approprier|initier|imprégner|rendre compte)",
    r"prendre conscience",
    r"être (?:conscient|sensibilisé|familier|familiarisé|au courant|au fait|informé)e?s?",
    r"(?:avoir|acquérir|posséder) (?:conscience|(?:une? |des |les |la |le )?(?:bonne |meilleure )?"
    r"(?:connaissances?|notions?|idée|compréhension|aperçu|vision))",
    r"(?:croire|penser|ressentir)",
)
"""Verbs and phrases for what goes on in a head, which nobody can see done; regular expressions."""
