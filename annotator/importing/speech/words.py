"""Which words tell that somebody speaks."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """Return the words that stand in the lines."""
    return frozenset(word for line in lines for word in line.split())


SPEAKING = words(
    "said says say saying told tells added adds adding asked asks asking replied replies answered answers ",
    "explained explains continued continues insisted insists argued argues warned warns wrote writes ",
    "claimed claims stated states stressed stresses noted notes suggested suggests concluded concludes ",
    "commented comments admitted admits agreed agrees announced announces declared declares observed ",
    "observes recalled recalls remarked remarks joked jokes confirmed confirms indicated indicates ",
    "predicted predicts urged urges maintained maintains acknowledged acknowledges conceded concedes ",
    "emphasised emphasises emphasized emphasizes pledged pledges promised promises reiterated reiterates ",
    "responded responds revealed reveals testified testifies tweeted complained complains countered ",
    "counters cautioned cautions thought thinks believes believed hoped quipped repeated summarised ",
    "estimated estimates reckons reckoned contended contends asserted asserts cried whispered shouted ",
    "muttered laughed laughs sighed sighs smiled smiles snapped snaps fumed fumes blasted raged vowed vows ",
    "stormed grumbled grumbles joins repeats reported reports testified protested protests exclaimed mused ",
    "assured assures clarified clarifies stipulated advised advises proposed ",
    "dit disait déclare déclaré explique expliqué affirme affirmé ajoute ajouté estime estimé précise ",
    "précisé assure assuré poursuit poursuivi rappelle rappelé souligne souligné soupire confie confié ",
    "répond répondu reconnaît reconnu indique indiqué regrette regretté insiste insisté conclut lance ",
    "raconte raconté juge jugé témoigne prévient promet promis répète martèle glisse note ",
    "sagte sagt sagten erklärte erklärt betonte betont fügte fügt meinte meint ergänzte ergänzt kritisierte ",
    "kritisiert warnte warnt forderte fordert berichtete berichtet versicherte versichert antwortete antwortet ",
    "fragte fragt schrieb schreibt räumte klagte klagt lobte lobt kündigte kündigt teilte teilt",
)
CUES = SPEAKING | words(
    "favours favoured favors favored backs backed floats floated named names described describes called ",
    "calls dubbed hailed criticised criticizes condemned praised raised wants wanted advocated advocates ",
    "rejected rejects dismissed dismisses welcomed welcomes supports supported opposed opposes questioned ",
    "proposes proposed demanded demands expects expected spoke speaks talked talks referred refers sees ",
    "pressed accused accuses blamed defended expressed voiced cited cites outlined outlines quoted ",
    "criticized likened branded labelled labeled slammed slams ripped praises ",
    "nannte nennt bezeichnete bezeichnet sprach spricht verwies verweist parle évoque dénonce promet qualifie",
)
JUDGING = words(
    "described describes called calls dubbed hailed criticised criticizes criticized condemned praised dismissed ",
    "branded labelled labeled likened slammed slams ripped nannte nennt bezeichnete bezeichnet qualifie",
)
DOCUMENTS = words("report review letter document paper statement survey bill act study gutachten bericht rapport")
OPINIONS = words(
    "approach view views desire aim call claim argument belief warning message words plea promise pledge ",
    "opinion comments comment remarks remark verdict response answer reply explanation assertion ",
    "insistence suggestion idea",
)
BETWEEN = words(
    "has had have is was were are be been being also then later now again previously once recently ",
    "already still just even always often never since today yesterday tomorrow would will could should ",
    "might may did does do not himself herself themselves however meanwhile therefore nevertheless ",
    "further both last week month year earlier this that's who who's repeatedly first finally instead ",
    "rather simply only hat haben hatte hatten auch noch dann weiter aussi encore",
)
STOPS_SUBJECT = words(
    "that while when but because if although though as which who whom where since whether and or so yet ",
    "until unless than whose what how why meanwhile however after before",
)
DETERMINERS = words(
    "the a an one another some many several most its his her their our my each every both two three four ",
    "other others no any these those this that le la les un une die das ein eine der",
)
PREPOSITIONS = words(
    "of for at in from on with to by under over into about within de du des au aux",
    "nach bei vor aus mit von im am zum zur",
)
LINKS = words("of for at in from on de du des to with and &")
PRONOUNS = {"he": "m", "she": "f", "they": "p", "il": "m", "elle": "f", "who": "p", "i": "s", "we": "s", "you": "s"}
PRONOUNS |= {"er": "m", "sie": "f"}
POSSESSIVES = {"his": "m", "her": "f", "their": "p"}
TITLES = words(
    "mr mrs ms mx miss dr prof professor sir dame lord lady baroness baron rev judge justice councillor ",
    "cllr senator rep gov governor president minister m mme mlle chancellor inspector sister captain capt sgt ",
    "sergeant colonel general major herr frau monsieur madame",
)
MALE = words("mr sir lord baron m herr monsieur")
FEMALE = words("mrs ms miss dame lady baroness mme mlle frau madame sister")
BODIES = words(
    "trust council department england foundation service association group board committee union fund ",
    "institute college commission party agency office network federation alliance university hospital ",
    "times news team government ministry report review letter document paper statement survey bill act ",
    "company providers society charity regulator watchdog campaign coalition authority partnership centre ",
    "center standard post guardian guild club league app firm gutachten bericht",
)
ROLE_HEADS = words(
    "executive chief director chair chairman chairwoman chairperson leader minister secretary president ",
    "spokesman spokeswoman spokesperson official source manager nurse doctor gp consultant professor ",
    "analyst adviser advisor officer commissioner councillor mayor mp patient member governor head editor ",
    "author researcher lead clerk witness resident economist surgeon clinician academic lawyer judge ",
    "ombudsman delegate speaker expert accountant treasurer partner founder matron therapist midwife ",
    "pharmacist carer worker farmer owner vendor neighbour neighbor teacher student mother father woman ",
    "man coordinator planner engineer architect colleague counterpart successor wife husband daughter son ",
    "brother boss keeper skipper surveyor ecologist scientist activist campaigner organiser organizer chef ",
    "maire présidente président directeur directrice ministre porte-parole patron patronne ",
    "bürgermeister bürgermeisterin vorsitzende vorsitzender sprecher sprecherin präsident präsidentin leiter ",
    "leiterin direktor direktorin minister ministerin geschäftsführer geschäftsführerin",
)
_ROLE_ENDS = ("meister", "sprecher", "sprecherin", "leiter", "leiterin", "minister", "ministerin", "chef", "chefin",
              "vorsitzende", "präsident", "präsidentin", "direktor", "führer", "woman", "ologist")  # fmt: skip
WOMANLY = words(
    "spokeswoman chairwoman woman wife mother daughter sister matron midwife présidente directrice patronne",
    "councilwoman congresswoman businesswoman actress girl aunt grandmother",
)
MANLY = words(
    "spokesman chairman man husband father son brother councilman congressman businessman boy uncle grandfather"
)


def is_role(word: str) -> bool:
    """Tell a noun that names what somebody is, by its end: `Fraktionschef`, `ecologist`."""
    return len(word) > 6 and word.endswith(_ROLE_ENDS)
