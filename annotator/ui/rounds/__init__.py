"""Rounds of independent coding: who codes what in each, and its agreement as it was before anybody talked."""
