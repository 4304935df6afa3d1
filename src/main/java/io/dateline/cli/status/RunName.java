package io.dateline.cli.status;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Date and number of a run, which name its folder and its record. The newest comes first. */
record RunName(String date, long number) implements Comparable<RunName> {

  private static final String TRIAL = "-trial";

  private static final Pattern FOLDER =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{4,15})(" + TRIAL + ")?");

  private static final Comparator<RunName> NEWEST_FIRST =
      Comparator.comparingLong(RunName::number).thenComparing(RunName::date).reversed();

  /** The run that a folder or a record without its ending is called after, if it is one's. */
  static Optional<RunName> of(String name) {
    Matcher matcher = FOLDER.matcher(name);
    return matcher.matches()
        ? Optional.of(new RunName(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  static boolean isTrial(String name) {
    return name.endsWith(TRIAL);
  }

  @Override
  public int compareTo(RunName other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
