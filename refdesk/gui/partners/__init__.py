"""The view of partners: with whom names are swapped each month, how it balances, and what comes next."""
