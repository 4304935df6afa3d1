package io.dateline.batch.settings;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers of a run go; nowhere if both are empty.
 *
 * @param textfile file for node-exporter's textfile collector; relative to the project folder
 * @param pushgateway address of a Pushgateway
 */
public record MetricsSettings(
    @Pattern(
            regexp = "(?s)|.*[^/]\\.prom",
            message = "must name a file that ends in .prom, as the collector wants")
        String textfile,
    @Pattern(regexp = "[^?]*", message = "must have no query (?)") @Written(Form.WEB_ADDRESS)
        String pushgateway) {

  static final MetricsSettings NONE = new MetricsSettings("", "");

  /** YAML reads a value that is left empty as null. */
  public MetricsSettings(@Nullable String textfile, @Nullable String pushgateway) {
    this.textfile = textfile == null ? "" : textfile.strip();
    this.pushgateway = pushgateway == null ? "" : pushgateway.strip();
  }
}
