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
    Rule(
        "certificate-can-be-lost",
        "advice",
        "a test that the certificate takes can be taken until it is passed",
        "A learner who needed a fourth try has learnt it too. Trying again is practice, and nobody is watching anyway.",
        ":::: quiz {#final-test pass=80 attempts=3}",
        ":::: quiz {#final-test pass=80}",
    ),
)
