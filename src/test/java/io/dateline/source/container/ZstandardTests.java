package io.dateline.source.container;

import static io.dateline.source.container.Packing.concat;
import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.html;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictTrainer;
import io.dateline.article.RejectionReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ZstandardTests {

  private static final int DICTIONARY_FRAME = 0x184D2A5D;

  private static final byte[] DICTIONARY = dictionary();

  @ParameterizedTest(name = "its dictionary is compressed: {0}")
  @ValueSource(booleans = {false, true})
  void aWebArchiveIsReadWithTheDictionaryInFrontOfIt(boolean compressed) {
    byte[] dictionary = compressed ? Packing.zstandard(DICTIONARY) : DICTIONARY;

    Opened opened = Opened.of(archive(frame(DICTIONARY_FRAME, dictionary)));

    assertThat(opened.rejections()).isEmpty();
    assertThat(opened.documents())
        .extracting(document -> document.substring(document.indexOf('=') + 1))
        .containsExactly(html(1), html(2));
  }

  @Test
  void aFrameOfOtherContentThanADictionaryIsPassedOver() {
    byte[] text = bytes("Rain fell on the harbour.");
    byte[] file =
        concat(
            frame(0x184D2A50, bytes("an index")),
            frame(DICTIONARY_FRAME, bytes("of no dictionary")),
            Packing.zstandard(text),
            frame(0x184D2A5F, new byte[20_000]),
            Packing.zstandard(text));
    byte[] first = Arrays.copyOfRange(file, 16, file.length);

    assertThat(Opened.of(file).lines()).isEqualTo(Opened.of(Packing.zstandard(text2())).lines());
    assertThat(Opened.of(first).lines()).isEqualTo(Opened.of(file).lines());
    assertThat(Opened.of(frame(0x184D2A5A, new byte[0])).documents()).containsExactly("=");
  }

  private static byte[] text2() {
    return bytes("Rain fell on the harbour.Rain fell on the harbour.");
  }

  @Test
  void framesToBeSkippedMayBeginAFileOfLz4() {
    byte[] text = bytes("Rain fell on the harbour.");

    Opened opened = Opened.of(concat(frame(0x184D2A52, new byte[9]), Packing.lz4(text)));

    assertThat(opened.documents()).containsExactly("=Rain fell on the harbour.");
  }

  @Test
  void withoutItsDictionaryAFileSaysSo() {
    assertThat(Opened.of(archive(new byte[0])).rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.reason()).isEqualTo(RejectionReason.UNSUPPORTED_COMPRESSION);
              assertThat(rejection.message())
                  .isEqualTo("It was compressed with a dictionary that it does not hold.");
            });
  }

  @Test
  void aDictionaryOfMoreBytesThanAnybodyMustReadIsNotRead() {
    byte[] large = Arrays.copyOf(DICTIONARY, Zstandard.MAX_DICTIONARY_BYTES + 1);

    for (byte[] stored : new byte[][] {large, Packing.zstandard(large)}) {
      assertThat(Opened.of(archive(frame(DICTIONARY_FRAME, stored))).rejections())
          .singleElement()
          .extracting(ContainerEntry.Rejected::reason)
          .isEqualTo(RejectionReason.UNSUPPORTED_COMPRESSION);
    }
  }

  @ParameterizedTest(name = "its dictionary is compressed: {0}")
  @ValueSource(booleans = {false, true})
  void noByteOfADamagedDictionaryBecomesText(boolean compressed) {
    byte[] stored = compressed ? Packing.zstandard(DICTIONARY) : DICTIONARY;
    byte[] whole = archive(frame(DICTIONARY_FRAME, stored));

    for (int cut = 5; cut < 8 + stored.length; cut += 13) {
      Opened opened = Opened.of(Arrays.copyOf(whole, cut));

      assertThat(opened.documents()).as("cut at %d", cut).isEmpty();
      assertThat(opened.rejections()).as("cut at %d", cut).hasSize(1);
    }
  }

  private static byte[] archive(byte[] front) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setChecksum(true).loadDict(DICTIONARY);
      return concat(
          front,
          context.compress(WarcBuilder.plain().page(1).build()),
          context.compress(WarcBuilder.plain().page(2).build()));
    }
  }

  private static byte[] dictionary() {
    ZstdDictTrainer trainer = new ZstdDictTrainer(1 << 20, 2_000);
    for (int i = 0; i < 400; i++) {
      trainer.addSample(WarcBuilder.plain().page(i).build());
    }
    return trainer.trainSamples();
  }

  private static byte[] frame(int magic, byte[] content) {
    byte[] header =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(magic)
            .putInt(content.length)
            .array();
    return concat(header, content);
  }
}
