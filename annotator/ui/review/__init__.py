"""The Review page: two coders compared, their differences settled one by one."""
