package io.dateline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A key and a certificate of its own making, as PEM files.
 *
 * @param server key and certificate
 * @param authority the certificate, by which a client knows the server
 */
record PemFiles(Path server, Path authority) {

  private static final String PASSWORD = "not a secret";

  /** Makes them for a server on the loopback address. */
  static PemFiles make(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    List<String> command =
        List.of(
            DatelineProcess.javaHome().resolve("bin/keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=" + name,
            "-ext",
            "SAN=IP:127.0.0.1",
            "-alias",
            name,
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    Path log = folder.resolve("keytool.log");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(log)).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    String key = pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
    String certificate = pem("CERTIFICATE", keys.getCertificate(name).getEncoded());
    return new PemFiles(
        Files.writeString(folder.resolve(name + ".pem"), key + certificate),
        Files.writeString(folder.resolve(name + "-ca.pem"), certificate));
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
