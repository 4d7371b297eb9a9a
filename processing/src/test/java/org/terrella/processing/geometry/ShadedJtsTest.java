package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.terrella.exact.ExactMath;

/** JTS as it is on the class path must call our arithmetic and nothing else. */
class ShadedJtsTest {
  @Test
  void thereIsOneJts() throws IOException {
    Enumeration<URL> copies =
        getClass().getClassLoader().getResources("org/locationtech/jts/geom/Geometry.class");
    assertEquals(1, Collections.list(copies).size());
  }

  @Test
  void everyArithmeticCallGoesToExactMath() throws Exception {
    Set<String> calls = new TreeSet<>();
    Path jar = Path.of(Geometry.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = file.getInputStream(entry)) {
            collectArithmeticCalls(in.readAllBytes(), calls);
          }
        }
      }
    }
    assertTrue(calls.size() > 10, "only " + calls);
    for (String call : calls) {
      assertTrue(call.startsWith("org/terrella/exact/ExactMath."), call);
      String name = call.substring(call.indexOf('.') + 1, call.indexOf('('));
      String descriptor = call.substring(call.indexOf('('));
      MethodType type = MethodType.fromMethodDescriptorString(descriptor, null);
      Class<?>[] parameters = type.parameterArray();
      assertEquals(type.returnType(), ExactMath.class.getMethod(name, parameters).getReturnType());
    }
  }

  /** Reads the constant pool (JVM specification 4.4) for methods of Math classes. */
  private static void collectArithmeticCalls(byte[] bytes, Set<String> calls) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipBytes(8);
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    int[] first = new int[size];
    int[] second = new int[size];
    int[] tags = new int[size];
    for (int i = 1; i < size; i++) {
      tags[i] = in.readUnsignedByte();
      switch (tags[i]) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.skipBytes(4);
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
        case 15 -> in.skipBytes(3);
        case 9, 10, 11, 12, 17, 18 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
        }
        default -> throw new IOException("constant pool tag " + tags[i]);
      }
    }
    List<String> mathematical =
        List.of("java/lang/Math", "java/lang/StrictMath", "org/terrella/exact/ExactMath");
    for (int i = 1; i < size; i++) {
      if (tags[i] == 10 && mathematical.contains(texts[first[first[i]]])) {
        int nameAndType = second[i];
        calls.add(
            texts[first[first[i]]] + "." + texts[first[nameAndType]] + texts[second[nameAndType]]);
      }
    }
  }
}
