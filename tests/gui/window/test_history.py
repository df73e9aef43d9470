"""Back and forward among the places where the user has been."""

from refdesk.gui.navigation import Place
from refdesk.gui.window.history import KEPT, History

TODAY, READY, ANA, BO = Place("today"), Place("ready"), Place("contacts", "ana"), Place("contacts", "bo")


def test_back_and_forward_walk_the_places() -> None:
    history = History()
    for place in (TODAY, READY, ANA):
        history.visit(place)
    assert [history.back(), history.back(), history.back()] == [READY, TODAY, None]
    assert [history.forward(), history.forward(), history.forward()] == [READY, ANA, None]


def test_going_somewhere_new_drops_what_was_ahead() -> None:
    history = History()
    for place in (TODAY, READY):
        history.visit(place)
    history.back()
    history.visit(ANA)
    assert history.forward() is None
    assert history.back() == TODAY


def test_the_same_place_twice_counts_once() -> None:
    history = History()
    for place in (TODAY, READY, READY):
        history.visit(place)
    assert history.back() == TODAY


def test_a_view_that_came_to_show_another_record_is_come_back_to_as_it_was_left() -> None:
    history = History()
    history.visit(ANA)
    history.amend(BO)
    history.visit(TODAY)
    history.amend(Place("ready"))
    assert history.back() == BO
    assert history.forward() == TODAY


def test_only_so_many_places_are_kept() -> None:
    history = History()
    for number in range(KEPT * 2):
        history.visit(Place("contacts", str(number)))
    steps = 0
    while history.back():
        steps += 1
    assert steps == KEPT - 1
    assert History().present is None
