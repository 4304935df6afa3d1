package io.dateline.batch.settings;

import io.dateline.extract.body.JobPhrase;
import io.dateline.extract.body.Phrases;
import io.dateline.page.CssSelector;
import io.dateline.page.HostName;
import io.dateline.source.PathPattern;

/** Forms in which settings are written, each read by the class that it is for. */
public enum Form {
  PATH_PATTERN,
  HOST,
  SELECTOR,
  PHRASE,
  WEB_ADDRESS;

  /**
   * What a text says.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  Object read(String text) {
    return switch (this) {
      case PATH_PATTERN -> PathPattern.of(text);
      case HOST -> HostName.of(text);
      case SELECTOR -> CssSelector.of(text);
      case WEB_ADDRESS -> WebAddress.of(text);
      case PHRASE -> new JobPhrase(Phrases.Kind.DROP, text);
    };
  }
}
