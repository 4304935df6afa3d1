-- A mapped data file counts as the program's own memory, up to 256 MB of it; beyond that size HSQLDB reads it
-- as any other file anyhow.
SET FILES NIO FALSE;
