package org.terrella.dist.e2e;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pages of PDF as pictures and as text, by Poppler's tools where they are installed. */
final class Pictures {
  private Pictures() {}

  /** The first page; null where there is no {@code pdftoppm}. */
  static BufferedImage ofPdf(Path folder, byte[] pdf, int dpi) throws IOException {
    Path file = Files.write(folder.resolve("page.pdf"), pdf);
    String target = folder.resolve("page").toString();
    boolean there = ran("pdftoppm", "-png", "-singlefile", "-r", "" + dpi, file.toString(), target);
    return there ? ImageIO.read(folder.resolve("page.png").toFile()) : null;
  }

  /** What a reader copies; null where there is no {@code pdftotext}. */
  static String textOfPdf(Path folder, byte[] pdf) throws IOException {
    Path file = Files.write(folder.resolve("page.pdf"), pdf);
    Path text = folder.resolve("page.txt");
    return ran("pdftotext", "-enc", "UTF-8", file.toString(), text.toString())
        ? Files.readString(text)
        : null;
  }

  /** What Poppler knows of the fonts; null where there is no {@code pdffonts}. */
  static String fontsOfPdf(Path folder, byte[] pdf) throws IOException {
    Path file = Files.write(folder.resolve("page.pdf"), pdf);
    Path list = folder.resolve("fonts.txt");
    return run(new ProcessBuilder("pdffonts", file.toString()).redirectOutput(list.toFile()))
        ? Files.readString(list)
        : null;
  }

  private static boolean ran(String... command) {
    return run(new ProcessBuilder(command).redirectErrorStream(true));
  }

  private static boolean run(ProcessBuilder command) {
    try {
      Process process = command.start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
