package io.dateline.page.newsroom;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dates of an item of NewsML-G2, or of ninjs, which has the same under like names. */
final class G2Dates {

  private final Map<String, String> values = new HashMap<>();

  /** Takes in a date; the first of each name counts. */
  void add(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.putIfAbsent(name, value.strip());
    }
  }

  /** Adds what they say of publication and modification, the most telling first. */
  void addTo(Draft draft) {
    String first = values.get("firstCreated");
    String version = values.get("versionCreated");
    draft.add("published", "datePublished", values.get("published"));
    if (Days.isLater(values.get("embargoed"), first == null ? version : first)) {
      draft.add("embargoed", "datePublished", values.get("embargoed"));
    }
    draft.add("firstCreated", "datePublished", first);
    draft.add("versionCreated", "datePublished", version);
    draft.add("contentCreated", "datePublished", values.get("contentCreated"));
    draft.add("contentModified", "dateModified", values.get("contentModified"));
    if (version != null && first != null && !version.equals(first)) {
      draft.add("versionCreated", "dateModified", version);
    }
  }
}
