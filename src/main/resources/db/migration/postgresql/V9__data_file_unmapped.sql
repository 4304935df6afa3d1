-- Of the embedded database alone; both count the same versions.
SELECT 1;
