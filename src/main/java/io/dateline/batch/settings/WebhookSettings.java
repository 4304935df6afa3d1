package io.dateline.batch.settings;

import org.jspecify.annotations.Nullable;

/**
 * Who is told of the end of each run.
 *
 * @param url address; empty for nobody
 */
public record WebhookSettings(@Written(Form.WEB_ADDRESS) String url) {

  static final WebhookSettings NONE = new WebhookSettings("");

  /** YAML reads a value that is left empty as null. */
  public WebhookSettings(@Nullable String url) {
    this.url = url == null ? "" : url.strip();
  }
}
