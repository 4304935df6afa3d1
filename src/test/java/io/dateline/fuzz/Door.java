package io.dateline.fuzz;

import java.util.Locale;
import java.util.Set;

/** A way by which strangers' bytes come into a run, with what holds of whatever comes in there. */
enum Door {
  /** A file of any format, told by its content. */
  CONTAINER(new EntriesCheck(format -> true)),
  WEB_ARCHIVE(new EntriesCheck("WEB_ARCHIVE"::equals)),
  RECORDS(new EntriesCheck(Set.of("JSON_LINES", "CSV", "NEWS_MESSAGE")::contains)),
  DECODING(new DecodingCheck()),
  PAGE(new PageCheck(text -> text.newsroomFormat() == null)),
  NEWSROOM(new PageCheck(text -> text.newsroomFormat() != null)),
  /** A file, all the way to its rows. */
  DOCUMENT(new DocumentCheck());

  @SuppressWarnings("ImmutableEnumChecker") // each holds what it needs, and nothing of an input
  private final Check check;

  Door(Check check) {
    this.check = check;
  }

  /** The folder of its inputs: lower case, with hyphens. */
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void check(byte[] input) {
    check.check(input);
  }
}
