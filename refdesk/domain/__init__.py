"""The method as pure rules over plain records: no clock, no disk, no screen."""
