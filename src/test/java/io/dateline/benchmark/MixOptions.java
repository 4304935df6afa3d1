package io.dateline.benchmark;

import io.dateline.archive.ArchiveGenerator.Mix;
import picocli.CommandLine.Option;

/** Options that say what a generated archive is made of. */
final class MixOptions {

  @Option(names = "--story-bytes", description = "Least length of a story: ${DEFAULT-VALUE}.")
  private int storyBytes = 3_000;

  @Option(names = "--page-bytes", description = "Least length of a page: ${DEFAULT-VALUE}.")
  private int pageBytes = 60_000;

  @Option(names = "--html", description = "Pages among a thousand documents: ${DEFAULT-VALUE}.")
  private int html = 0;

  @Option(names = "--rejected", description = "Rejects among a thousand: ${DEFAULT-VALUE}.")
  private int rejected = 50;

  Mix mix() {
    return new Mix(rejected, html, storyBytes, pageBytes);
  }
}
