package io.dateline.extract.body;

/** Reads the {@link Sign}s of a page's blocks, once the rules have judged them. */
final class SignReader {

  private SignReader() {}

  /** The numbers of the levels that each block shows, by index. */
  static int[][] read(Look look) {
    Levels[] levels = new Levels[look.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = new Levels();
      OwnSigns.read(look, i, levels[i]);
      StyleSigns.read(look.features().get(i), levels[i]);
    }
    new PlaceSigns(look).read(levels);
    new NameSigns(look).read(levels);
    new TopicSigns(look).read(levels);
    new WordingSigns(look).read(levels);
    new SeriesSigns(look).read(levels);
    int[][] numbers = new int[levels.length][];
    for (int i = 0; i < levels.length; i++) {
      numbers[i] = levels[i].toArray();
    }
    return numbers;
  }
}
