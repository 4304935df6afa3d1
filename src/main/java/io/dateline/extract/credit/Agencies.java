package io.dateline.extract.credit;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * News agencies by the names they are printed under, from {@code agencies.tsv}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Agencies {

  private record Agency(String name, String printed) {}

  private final Map<String, Agency> agencies = new HashMap<>();

  /** Reads the list. */
  public Agencies() {
    for (List<String> row : WordLists.table(Agencies.class, "agencies.tsv", 2)) {
      agencies.putIfAbsent(Folding.fold(row.get(1)), new Agency(row.get(0), row.get(1)));
    }
  }

  /** The agency that this text names and nothing else; empty if it names none. */
  public Optional<String> named(String text) {
    Agency agency = agencies.get(Folding.fold(text));
    if (agency == null || (isAbbreviation(agency.printed()) && !text.contains(agency.printed()))) {
      return Optional.empty();
    }
    return Optional.of(agency.name());
  }

  /** Whether the name is in capitals alone, so that the same letters otherwise are a word. */
  private static boolean isAbbreviation(String printed) {
    return printed.length() <= 5
        && printed.chars().allMatch(c -> UCharacter.isUpperCase(c) || !UCharacter.isLetter(c));
  }
}
