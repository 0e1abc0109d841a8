"""Rounds line by line: told in words, settled in four ways, and never guessed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from culture_tui import language
from culture_tui.commands.plain.conversation import prompt
from culture_tui.domain.gathering import GatheredVotes, with_gathered
from support import NOW
from talking import resumed, room


@pytest.fixture
def in_spanish() -> Iterator[None]:
    """Speak Spanish for a while."""
    language.use("es")
    yield
    language.use("en")


SPREAD = ("hands 2 2 3 3 3 4",)
ON = "accept agrees on 3; or LEVEL because REASON, split, park. Or talk, then votes again: 2 rounds are left."
APART = "the middle votes are apart, 2 and 4, so there is no one median to accept"


def test_hands_are_told_in_words() -> None:
    """A facilitator hears what others see: how many, which levels, how far apart, what to ask."""
    held = room("hands 2 2 3 3 3 4")
    assert held.said == (
        "Round 1, 6 votes.",
        "Level 2: 2, level 3: 3, level 4: 1.",
        "Spread; median 3, from level 2 to level 4.",
        "Another view, level 2, Level 2: b",
        "Voted for most, level 3, Level 3: c",
        "Who voted 2 speaks first, then who voted 4; the leader speaks last.",
        "Ask: what did you see last month that made it a 2?",
        ON,
    )
    assert held.rating("mission").rounds == ((0, 2, 3, 1, 0),)
    even = room("hands 1 2 3 4 5").said
    assert "Spread evenly; median 3, from level 1 to level 5." in even
    assert "The votes are spread evenly: no level has more than another." in even
    assert not any(each.startswith(("Voted for most", "Another view")) for each in even)
    assert held.session.item == "mission"


def test_below_five_votes_there_are_counts_and_no_words() -> None:
    """Any word would say more than it knows."""
    held = room("votes 3 3 4")
    assert held.said == (
        "Round 1, 3 votes.",
        "Level 3: 2, level 4: 1.",
        "accept agrees on 3; or LEVEL because REASON, split, park.",
    )


@pytest.mark.parametrize(
    "line", ["votes 2 3 3 4", "votes 2334", "votes 2,3,3,4", "votes 0 1 2 1 0", "counts 0 1 2 1 0"]
)
def test_a_round_is_written_either_way(line: str) -> None:
    """Hands or counts, in seconds."""
    assert room(line).rating("mission").rounds == ((0, 1, 2, 1, 0),)


def test_what_can_be_both_is_asked() -> None:
    """A guess would be somebody's vote."""
    held = room("votes 2 3 3 4 4")
    assert held.said == ("That can be 5 hands, or counts of 16 votes.",)
    assert prompt(held.session) == "As hands or as counts?"
    assert held.rating("mission").rounds == ()
    assert held.hear("hands").rating("mission").rounds == ((0, 1, 2, 2, 0),)


def test_the_other_reading_can_be_meant() -> None:
    """The likelier one is not forced on anybody."""
    assert room("votes 2 3 3 4 4", "counts").rating("mission").rounds == ((2, 3, 3, 4, 4),)


def test_something_else_instead_of_a_reply_drops_the_votes() -> None:
    """A group may change its mind; the line that follows is taken for what it is."""
    held = room("votes 2 3 3 4 4", "park")
    assert (held.rating("mission").rounds, held.rating("mission").left_open) == ((), "parked")
    held = room("votes 2 3 3 4 4", "")
    assert (held.session.item, held.session.pending) == ("mission", None)


def test_a_slip_at_the_reply_asks_again() -> None:
    """The votes are still there."""
    held = room("votes 2 3 3 4 4", "hnds")
    assert held.wrong
    assert held.hear("hands").rating("mission").rounds == ((0, 1, 2, 2, 0),)


def test_more_votes_than_people_are_asked_not_refused() -> None:
    """Somebody came late; nobody is to be told that they do not exist."""
    held = room("hands 2 2 3", people=2)
    assert held.said == ("3 votes, but 2 people in the room.",)
    assert prompt(held.session) == "Is that so, yes or no?"
    assert held.rating("mission").rounds == ()
    assert held.hear("yes").rating("mission").rounds == ((0, 2, 1, 0, 0),)


@pytest.mark.parametrize("reply", ["no", "n", ""])
def test_more_votes_than_people_can_be_a_slip(reply: str) -> None:
    """Then they are counted again."""
    held = room("hands 2 2 3", reply, people=2)
    assert (held.rating("mission").rounds, held.session.pending) == ((), None)
    assert held.said == ("The votes are not kept. Count again.",)


def test_as_many_votes_as_people_are_not_asked() -> None:
    """Nor are fewer: somebody may abstain."""
    assert room("hands 2 3", people=2).rating("mission").rounds
    assert room("hands 2", people=2).rating("mission").rounds


@pytest.mark.parametrize(
    "line", ["votes 0 0 0 0 0", "votes 6", "votes two", "hands 0 1 2", "counts 2 3", "hands", "votes 2 -3"]
)
def test_what_is_no_round_is_told(line: str) -> None:
    """An impossible vote is a slip of the finger."""
    held = room(line)
    assert held.wrong == (
        "these are no votes on a scale of 1 to 5; type a level for each hand, or a count for each level",
    )


def test_accept_takes_the_median_and_leads_on() -> None:
    """The usual end of a round."""
    held = room(*SPREAD, "accept")
    assert (held.rating("mission").level, held.rating("mission").reason) == (3, "")
    assert held.session.item == "vision"


def test_accept_needs_votes_and_one_median() -> None:
    """(2,2,4,4) has a textbook median that nobody voted."""
    assert room("accept").wrong == ("nobody has voted yet, so there is no median to accept",)
    held = room("hands 2 2 4 4", "accept")
    assert held.wrong == (
        f"{APART}; say one of the two, another level because of a reason, or split, or park",
    )
    assert held.rating("mission").level is None


def test_neighbouring_middle_votes_agree_on_the_lower() -> None:
    """The rule of measurement, section 1."""
    assert room("hands 2 2 3 3", "accept").rating("mission").level == 2


def test_another_level_than_the_median_needs_a_reason() -> None:
    """Both are kept: what was voted and why the group went elsewhere."""
    held = room(*SPREAD, "4")
    assert held.wrong == ("the median of the last round is 3; say why it is not: 4 because, and the reason",)
    assert held.rating("mission").level is None
    rating = held.hear("4 because it is new").rating("mission")
    assert (rating.level, rating.reason, rating.rounds) == (4, "it is new", ((0, 2, 3, 1, 0),))


def test_the_median_itself_needs_no_reason() -> None:
    """`3` is `accept`."""
    assert room(*SPREAD, "3").rating("mission").level == 3


def test_a_second_round_tells_how_the_votes_moved() -> None:
    """That is what the talk was for."""
    held = room("hands 2 2 3 3 4", "hands 3 3 3 3 4")
    assert held.said[0] == "Round 2, 5 votes."
    assert "The round before: median 3, from level 2 to level 4." in held.said
    assert "The votes did not move." in held.hear("hands 3 3 3 3 4").said
    assert held.rating("mission").rounds[:2] == ((0, 2, 2, 1, 0), (0, 0, 4, 1, 0))


def test_three_rounds_are_the_most() -> None:
    """After that nobody learns anything new."""
    held = room("hands 2 4", "hands 2 5", "hands 1 5")
    assert held.said[-1].endswith("No round is left.")
    for line in ("hands 3 3", "votes 3 3", "ballot"):
        assert "3 rounds have been held, which are the most; say one of" in held.hear(line).wrong[0]
    assert len(held.rating("mission").rounds) == 3
    assert held.hear("undo", "hands 3 3").rating("mission").rounds[-1] == (0, 0, 2, 0, 0)


def test_a_split_is_recorded_without_a_level() -> None:
    """Two camps are a result."""
    held = room("hands 2 2 2 4 4 4", "split")
    assert (held.rating("mission").level, held.rating("mission").left_open) == (None, "split")
    assert held.session.item == "vision"
    assert room("split").wrong == ("nobody has voted yet, so there is no split to record",)


def test_two_camps_are_called_so_and_asked_about_the_words() -> None:
    """Who votes 4 may read the 4 in another way."""
    held = room("hands 2 2 2 4 4 4")
    assert "Split in two; median 2 and 4, from level 2 to level 4." in held.said
    assert "Ask: does anyone's 4 mean something other than the words of level 4?" in held.said
    assert held.said[-1].startswith("2 or 4 agrees on that level; or LEVEL because REASON, split, park.")


def test_where_all_voted_the_same_there_is_no_split() -> None:
    """The screen refuses it too; it is not offered either."""
    held = room("hands 3 3 3 3 3")
    assert held.said[2:] == (
        "All voted for level 3.",
        "accept agrees on 3; or LEVEL because REASON, park.",
    )
    assert held.hear("split").wrong == ("All voted for 3: there is no split to record.",)
    assert (held.rating("mission").left_open, held.session.item) == (None, "mission")
    assert held.hear("help").said[-1] == "Here: accept, LEVEL because REASON, votes, park, note."


def test_either_of_two_middle_votes_is_agreed_on_without_a_reason() -> None:
    """Half the room stands behind each; a level between them is nobody's."""
    held = room("hands 2 2 2 4 4 4", "3")
    assert held.wrong == (
        "the middle votes of the last round are 2 and 4; say why it is neither: 3 because, and the reason",
    )
    assert held.hear("help").said[-1] == "Here: LEVEL because REASON, votes, split, park, note."
    assert held.hear("4").rating("mission").level == 4


def test_votes_gathered_before_are_told_after_the_first_round() -> None:
    """Before it they would sway the room; and they are no round of the room to accept."""
    of = room().session.assessment
    votes = GatheredVotes(6, {"mission": (0, 0, 0, 0, 6)})
    held = resumed(with_gathered(of, votes, "", NOW))
    assert "level 5" not in held.text.replace("Level 5, Level 5", "")
    assert held.hear("accept").wrong == ("nobody has voted yet, so there is no median to accept",)
    assert held.hear("split").wrong
    told = "Gathered before: 6 votes, median 5, all agreed; level 5: 6"
    assert told in held.hear("hands 2 2 3 3 3 4").said
    assert told not in held.hear("hands 2 3 3 3 3 4").said


def test_what_is_parked_can_be_taken_up_again() -> None:
    """Later is in the same workshop."""
    held = room("park", "back", "hands 3 3 3", "accept")
    assert (held.rating("mission").level, held.rating("mission").left_open) == (3, None)


def test_a_resumed_practice_tells_its_last_round() -> None:
    """The group was interrupted between vote and agreement."""
    held = resumed(room(*SPREAD).session.assessment)
    assert held.session.item == "mission"
    assert "Round 1, 6 votes." in held.said


def test_a_ballot_tells_only_how_many_voted() -> None:
    """Nobody is to learn who voted what."""
    held = room("ballot")
    assert prompt(held.session) == "Vote"
    assert held.hear("2").said == ("1 has voted.",)
    assert held.hear("4").said == ("2 have voted.",)
    assert held.rating("mission").rounds == ()
    held.hear("")
    assert held.rating("mission").rounds == ((0, 1, 0, 1, 0),)
    assert held.said[0] == "Round 1, 2 votes."


@pytest.mark.parametrize("slip", ["9", "two", "0", "next", "note x", "4 because", "accept"])
def test_a_slip_in_a_ballot_is_not_counted_and_not_said_again(slip: str) -> None:
    """It would be somebody's secret."""
    held = room("ballot", "3", slip)
    assert held.wrong == ("a vote is a number from 1 to 5; it was not counted; help tells what can be typed",)
    assert held.hear("").rating("mission").rounds == ((0, 0, 1, 0, 0),)


def test_the_last_vote_of_a_ballot_can_be_cast_again() -> None:
    """A finger slipped, and nobody has to know."""
    held = room("ballot", "3", "4", "undo", "5")
    assert held.hear("undo", "undo").wrong == ("only the last vote can be taken back",)
    assert held.hear("4", "").rating("mission").rounds == ((0, 0, 1, 1, 0),)


def test_a_ballot_in_which_nobody_votes_is_no_round() -> None:
    """An empty line too early."""
    held = room("ballot", "")
    assert (held.rating("mission").rounds, held.session.pending) == ((), None)


def test_who_has_voted_is_told_of_how_many() -> None:
    """Nobody sees who is still to come."""
    held = room("ballot", "3", people=2)
    assert held.said == ("1 of 2 voted.",)
    assert held.hear("3").said == ("2 of 2 voted. An empty line ends the ballot.",)
    assert held.hear("help").said[0] == "1 to 5: a vote."


def test_a_ballot_that_is_left_stays_under_way() -> None:
    """Leaving reveals nothing, as on the screen; its votes count when it goes on."""
    told = "Round 1 under way: 2 have voted; ballot goes on with it."
    assert room("ballot", "3", "3", "quit").said == (told,)
    held = room("ballot", "3", "5", "back")
    assert (held.said, held.rating("mission").rounds) == ((told,), ())
    assert held.hear("again").said[-1] == told
    assert held.hear("hands 2 3").wrong[0].startswith("a ballot is under way")
    assert held.hear("ballot", "undo").wrong == ("only the last vote can be taken back",)
    assert held.hear("4", "").rating("mission").rounds == ((0, 0, 1, 1, 1),)
    assert held.session.ballots == ()
    held = room("2", "ballot", "3", "back", "undo")
    assert [(each.item, each.voted) for each in held.session.ballots] == [("vision", 1)]


def test_the_votes_of_a_ballot_can_be_thrown_away() -> None:
    """Somebody came in and the room begins anew."""
    held = room("ballot", "3", "clear")
    assert held.said == ("The votes of this ballot are thrown away.",)
    assert held.hear("hands 2 3").rating("mission").rounds == ((0, 1, 1, 0, 0),)
    held = room("ballot", "3", "3", "", "no", people=1)
    assert (held.session.ballots, held.rating("mission").rounds) == ((), ())


def test_what_waits_for_a_reply_at_the_end_is_told() -> None:
    """Whoever leaves in the middle of a question hears what comes of it."""
    assert room("hands 2 2 3", "quit", people=2).said == ("The votes are not kept. Count again.",)
    assert room("finish", "quit").said == ("It stays a draft.",)


@pytest.mark.usefixtures("in_spanish")
def test_a_ballot_and_the_symptoms_understand_the_words_of_the_language() -> None:
    """Whoever is told the Spanish words uses them everywhere."""
    held = room("secreta", "3", "4", "deshacer", "3", "")
    assert held.rating("mission").rounds == ((0, 0, 2, 0, 0),)
    asked = room("síntomas", "nunca", "volver", "a menudo")
    assert [each.seen for each in asked.session.assessment.symptoms.values()] == ["often"]
