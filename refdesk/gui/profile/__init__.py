"""Who a good referral is: the user's profiles, written as one sentence with blanks."""
