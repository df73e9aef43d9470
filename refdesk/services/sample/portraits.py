"""What the adviser knows of people beside their trade: sentences and small facts that a person would jot down."""

HOME: tuple[str, ...] = (
    "Two girls at the Steiner school.",
    "Lives above the workshop.",
    "Married to a midwife, so evenings are a lottery.",
    "Three boys, all taller than the door.",
    "Looks after a father with dementia; Wednesdays are his.",
    "New baby since spring.",
    "Grew up on a farm near Hereford and still gets up at five.",
    "Came here at nineteen with one suitcase, tells it well.",
    "Commutes from Wales by bicycle and train.",
    "Has a sister in Toronto and goes every other year.",
    "Recently moved to the harbour, loves it.",
    "Raised four foster children.",
    "One son, who wants nothing to do with the firm.",
    "A daughter in the business since last year; goes well so far.",
    "Partner teaches at the art college.",
)

LEISURE: tuple[str, ...] = (
    "Swims in the Severn all year.",
    "Sings tenor in the harbour choir.",
    "Keeps bees, gives away the honey.",
    "Rebuilds a 1962 motorcycle, never finishes.",
    "Reads everything about the Silk Road.",
    "Coaches the under-twelves on Saturdays.",
    "Bakes sourdough, talks about it.",
    "Runs half-marathons, slowly.",
    "Plays the oud at weddings.",
    "Never misses a home match.",
    "Collects old maps of the estuary.",
    "Grows chillies that nobody can eat.",
    "Volunteers on the lifeboat.",
    "Walks the coast path in stages.",
    "Paints, and is better than they admit.",
    "Plays chess by post with somebody in Riga.",
    "Dances tango on Tuesdays, so no calls then.",
    "Has a narrowboat called Patience.",
)

MANNER: tuple[str, ...] = (
    "Dry humour, hates small talk.",
    "Says yes too quickly; ask twice.",
    "Likes figures on one page.",
    "Warm, forgets names, never faces.",
    "Very direct. Means well.",
    "Shy in groups, wonderful over a coffee.",
    "Wants to be asked before anything is sent to the partner.",
    "Remembers every favour.",
    "Thinks aloud; wait for the third sentence.",
    "Vegetarian. Tea, not coffee.",
    "Deaf in the left ear, sit on the right.",
    "Always early.",
    "Trusts people who admit mistakes.",
    "Knows the whole street by first name.",
    "Does not like to be thanked in public.",
    "Careful with money, generous with time.",
)

MET: tuple[str, ...] = (
    "Chamber breakfast, {year}",
    "Founders' evening, {year}",
    "Seminar on handing over, {year}",
    "Stuck on the Paddington train, {year}",
    "Neighbour at the old office",
    "School gate",
    "Harbour festival, {year}",
    "Evening class in Spanish",
    "Was on the same panel, {year}",
    "Rang after the piece in the paper, {year}",
    "Choir",
    "Walked into the office one day in {year}",
)

TAGS: tuple[str, ...] = (
    "chamber",
    "founders' circle",
    "makers",
    "harbour",
    "card each year",
    "walks",
    "book club",
    "speaks Polish",
    "speaker",
    "panel",
    "early riser",
    "mentor",
    "open day",
    "newsletter",
)

LEISURE_WORLDS: tuple[str, ...] = (
    "choir",
    "rowing",
    "allotments",
    "churches",
    "parents",
    "cricket",
    "lifeboat",
    "book clubs",
    "walking group",
    "school governors",
)

RELATIONS: tuple[str, ...] = ("partner", "partner", "child", "sibling", "assistant", "business partner")

ANNIVERSARIES: tuple[str, ...] = ("firm founded", "wedding anniversary", "opening day", "citizenship day")
