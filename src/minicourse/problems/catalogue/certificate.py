"""Rules about the certificate."""

from minicourse.problems.catalogue.rule import Rule

CERTIFICATE = (
    Rule(
        "unknown-quiz",
        "error",
        "the certificate names quizzes that exist",
        "A certificate that asks for a quiz which isn't there can't be earned by anybody.",
        "certificate:\n  pass: [finale-test]",
        "certificate:\n  pass: [final-test]",
    ),
    Rule(
        "quiz-without-pass-mark",
        "error",
        "a quiz that must be passed has a pass mark",
        "Without a pass mark nobody passes or fails a quiz.",
        ":::: quiz {#final-test}",
        ":::: quiz {#final-test pass=80}",
    ),
    Rule(
        "certificate-for-nothing",
        "error",
        "a certificate takes something",
        "A certificate says that somebody has done something.",
        "certificate:\n  pass: []\n  complete: false",
        "certificate: true",
    ),
)
