package io.dateline.extract;

/**
 * The version of the extraction rules. It stands in every row, and a run that one version began is
 * not finished by another.
 */
public final class ExtractorVersion {

  /** Raised whenever a change of rules or resources changes what comes out. */
  public static final String CURRENT = "2";

  private ExtractorVersion() {}
}
