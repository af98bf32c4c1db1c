package dev.schemalatch.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class KindsTest {

    @Test
    void everyKindIsRegistered() {
        var written = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackagesOf(Kind.class).stream()
                        .filter(type -> type.isAssignableTo(Kind.class) && !type.isInterface())
                        .map(type -> type.getSimpleName())
                        .toList();

        assertThat(Kinds.ALL)
                .extracting(kind -> kind.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everyKindHasANameOfItsOwn() {
        assertThat(Kinds.ALL).extracting(Kind::name).doesNotHaveDuplicates().allMatch(name -> !name.isBlank());
    }
}
