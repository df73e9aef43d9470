"""The view of referrals: stages, the list, the steps of one, and a new one."""
