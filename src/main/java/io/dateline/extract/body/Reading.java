package io.dateline.extract.body;

/** Where a block stands to the run that the rules alone would take. */
enum Reading {
  BEFORE,
  KEPT,
  DROPPED,
  AFTER
}
