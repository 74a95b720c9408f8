"""The word lists, by what a verb does; base forms, with irregular past forms after a slash."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Verbs that only say that somebody says something.
NEUTRAL_SAYING = """
    acknowledge add announce answer argue assert assure caution comment conclude confirm contend declare
    describe disclose emphasise emphasize estimate explain find/found inform indicate maintain mention
    note predict promise quote remark remind repeat reply report respond rule say/said state stress
    suggest summarise summarize tell/told testify warn write/wrote/written
"""

#: Verbs of saying that take sides: they doubt the speaker, mock him, or grant that what he says is so.
LOADED_SAYING = """
    admit boast brag claim concede confess gloat gripe gush insist lament moan opine pontificate quip rant
    reveal scoff sneer trumpet whine
"""

#: Verbs that say that somebody did wrong.
ACCUSING = """
    accuse allege blame charge denounce fault impeach implicate incriminate indict sue suspect
"""

#: Verbs that accuse and mock or strike at once.
LOADED_ACCUSING = """
    blast castigate decry lambast lambaste pillory slam smear vilify
"""

#: Verbs that contradict; those in `NEED_A_CLAIM` do so only where their object is a claim.
DENYING = """
    contest contradict deny disavow disclaim dismiss dispute rebut refute reject repudiate
"""

#: Other verbs that judge whom they are said of: words of the article's own voice, not of saying.
LOADED_DOING = """
    badger bamboozle brainwash browbeat bulldoze bully concoct connive demonise demonize flout grovel
    harangue hoodwink hound kowtow pander peddle railroad scaremonger squander stonewall whitewash
"""

#: Verbs that are nouns as well: their base form and their form in -s count only where a verb must stand.
NOUN_LIKE = _listed(
    """
    answer blame blast bully caution charge claim comment contest dispute estimate fault find hound lament
    moan note pillory promise quip quote railroad rant remark reply report rule slam smear state stress
    sue suspect trumpet whitewash
    """
)

#: Verbs that say something only before "that", if a few words stand between at most: "found in May that".
NEED_THAT = frozenset({"answer", "find", "indicate", "maintain", "promise", "rule", "suggest", "suspect"})

#: Verbs that say something only at the end of a clause or before "that" and the like: not "added two rooms".
NEED_A_CLAUSE = frozenset({"add", "write", "note", "repeat", "reply", "respond", "quote", "estimate"})

#: Verbs whose last consonant doubles: admitted, admitting.
DOUBLING = frozenset({"admit", "brag", "quip", "rebut", "slam"})

#: Denying verbs that mean something else unless their object is a claim: to reject an offer, dismiss a clerk.
NEED_A_CLAIM = frozenset({"contest", "disclaim", "dismiss", "reject", "repudiate"})

#: Nouns for what can be denied: claims, and talk of them.
CLAIM_NOUNS = _listed(
    """
    accusation accusations allegation allegations assertion assertions account accounts assumption
    assumptions characterisation characterization charge charges claim claims complicity criticism
    criticisms finding findings gossip idea insinuation insinuations notion involvement narrative
    portrayal report reports rumour rumours rumor rumors speculation statement statements story stories
    suggestion suggestions suspicion suspicions talk version wrongdoing
    """
)

#: What is granted or refused: to deny it is no denial.
REFUSED = _listed(
    """
    access admission appeal appeals application applications asylum bail chance citizenship clearance
    entry extension immunity injunction leave licence licences license licenses motion opportunity parole
    permission permit permits petition request requests right rights visa visas vote
    """
)

#: What "claimed" takes where it does not mean "said".
TAKEN = _listed(
    """
    asylum award baggage benefit benefits car cars casualties compensation costs crew crown damages
    expenses farm farms gold home homes house houses insurance land life lives livelihoods luggage medal
    medals money pension place prize prizes refund refunds reward seat seats sovereignty territory throne
    title titles tax toll victim victims victory village villages win
    """
)

#: What takes lives and houses: it claims, and says nothing.
TAKERS = _listed(
    """
    avalanche blaze cancer cyclone disease earthquake epidemic erosion famine fire fires flood floods
    hurricane illness landslide outbreak pandemic river sea storm tide tides tsunami virus volcano war
    waves wildfire
    """
)

#: Who dismisses charges and rejects appeals as a verdict, not as a denial.
COURTS = _listed("court courts judge judges jury magistrate magistrates panel tribunal")

#: What makes a claim untrue: "called the report baseless", "dismissed it as nonsense".
UNTRUE = _listed(
    """
    absurd baseless defamatory fabricated fabrication false fake fiction groundless lie lies ludicrous
    malicious nonsense propaganda ridiculous rumour rumours slander slanderous unfounded unproven
    unsubstantiated untrue wrong
    """
)

#: After these a participle is an adjective: "the alleged forger", "their stated aim".
DETERMINERS = _listed("a an her his its my our the their your")

#: Forms of "to be" and the like, after which a past form is a passive.
BEING = _listed("am are be been being get gets getting got is was were")

#: After these a base form is a verb.
VERB_BEFORE = _listed(
    """
    can could did do does i may might must shall should they to we will would you not n't who
    """
)

#: After these a form in -s is a verb.
ONE_BEFORE = _listed("he it she that which who")

#: What turns a verb into its opposite.
NOT = _listed("cannot neither never nor not without")

#: Who declines or refuses to do something says nothing.
DECLINING = _listed("decline declined declines declining refuse refused refuses refusing")
