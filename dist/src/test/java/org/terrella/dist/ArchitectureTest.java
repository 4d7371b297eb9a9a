package org.terrella.dist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the modules go one way, and the engine's code knows no browser and no JVM. */
class ArchitectureTest {
  private static final String[] FOUNDATION = {
    "org.terrella.exact..", "org.terrella.json..", "org.terrella.error..", "org.terrella.text.."
  };
  private static final String JTS = "org.locationtech.jts..";
  private static final String PROJ4J = "org.locationtech.proj4j..";
  private static final String DOCUMENT = "org.terrella.document..";
  private static final String PROCESSING = "org.terrella.processing..";
  private static final String ENGINE_IN_WASM = "org.terrella.processing.engine.wasm..";
  private static final String INTEROP = "org.terrella.interop..";
  private static final String WORKBENCH = "org.terrella.workbench..";
  private static final String[] FEATURES = {
    "org.terrella.storymaps..",
    "org.terrella.stac..",
    "org.terrella.notebook..",
    "org.terrella.collaboration.."
  };
  private static final String TEAVM = "org.teavm..";

  /** Methods of Math that are exact and that TeaVM has right. */
  private static final Set<String> SAME_EVERYWHERE =
      Set.of(
          "abs",
          "min",
          "max",
          "floor",
          "ceil",
          "sqrt",
          "signum",
          "floorMod",
          "floorDiv",
          "addExact",
          "subtractExact",
          "multiplyExact",
          "toIntExact",
          "clamp");

  private static JavaClasses all;

  @BeforeAll
  static void readClasses() {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.terrella");
  }

  @Test
  void foundationStandsAlone() {
    uses(FOUNDATION, (Object) FOUNDATION);
  }

  @Test
  void documentUsesTheFoundation() {
    uses(DOCUMENT, FOUNDATION, DOCUMENT);
  }

  @Test
  void processingUsesTheFoundationJtsAndProj4j() {
    classes()
        .that(resideInAPackage(PROCESSING))
        .and()
        .resideOutsideOfPackage(ENGINE_IN_WASM)
        .should()
        .onlyDependOnClassesThat(allowed(join(FOUNDATION, PROCESSING, JTS, PROJ4J)))
        .check(all);
    uses(ENGINE_IN_WASM, FOUNDATION, PROCESSING, TEAVM);
  }

  @Test
  void interopUsesTeaVmAlone() {
    uses(INTEROP, INTEROP, TEAVM);
  }

  @Test
  void workbenchUsesWhatStandsBelowIt() {
    uses(WORKBENCH, FOUNDATION, DOCUMENT, INTEROP, WORKBENCH, TEAVM);
  }

  @Test
  void featuresUseTheWorkbenchAndNotEachOther() {
    for (String feature : FEATURES) {
      uses(feature, FOUNDATION, DOCUMENT, INTEROP, WORKBENCH, feature, TEAVM);
    }
  }

  @Test
  void theEngineRunsWithoutFilesClocksAndThreads() {
    noClasses()
        .that(resideInAnyPackage(join(FOUNDATION, DOCUMENT, PROCESSING)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.nio.file..",
                    "java.time..",
                    "java.net..",
                    "java.util.concurrent..",
                    "java.text..")
                .or(nameMatching("java\\.io\\.(File|RandomAccessFile).*"))
                .or(nameMatching("java\\.lang\\.Thread"))
                .or(nameMatching("java\\.util\\.(Scanner|StringJoiner|Random)")))
        .because("the browser has none of them, or results could not be repeated")
        .check(all);
  }

  @Test
  void processingComputesWithExactMath() {
    noClasses()
        .that(resideInAnyPackage(join(FOUNDATION, PROCESSING)))
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("differs between machines") {
              @Override
              public boolean test(JavaAccess<?> access) {
                AccessTarget target = access.getTarget();
                String owner = target.getOwner().getName();
                return owner.equals("java.lang.StrictMath")
                    || owner.equals("java.lang.Math")
                        && !SAME_EVERYWHERE.contains(target.getName());
              }
            })
        .because("only org.terrella.exact.ExactMath gives the same bits everywhere")
        .check(all);
  }

  @Test
  void thePageBringsNoStreams() {
    noClasses()
        .that(
            resideInAnyPackage(
                join(FOUNDATION, DOCUMENT, INTEROP, WORKBENCH, FEATURES, "org.terrella.webapp..")))
        .should()
        .dependOnClassesThat(nameMatching("java\\.util\\.(stream|regex)\\..*"))
        .because("each makes the page several kilobytes larger")
        .check(all);
  }

  private static void uses(String from, Object... allowed) {
    uses(new String[] {from}, allowed);
  }

  private static void uses(String[] from, Object... allowed) {
    classes()
        .that(resideInAnyPackage(from))
        .should()
        .onlyDependOnClassesThat(allowed(join(allowed)))
        .allowEmptyShould(true)
        .check(all);
  }

  private static DescribedPredicate<JavaClass> allowed(String[] packages) {
    return resideInAnyPackage(join("java..", packages))
        .or(
            DescribedPredicate.describe(
                "primitive types", type -> type.getBaseComponentType().isPrimitive()));
  }

  /** Package names, single or in arrays, in one array. */
  private static String[] join(Object... packages) {
    return Arrays.stream(packages)
        .flatMap(
            one ->
                one instanceof String[] several ? Arrays.stream(several) : Stream.of((String) one))
        .toArray(String[]::new);
  }
}
