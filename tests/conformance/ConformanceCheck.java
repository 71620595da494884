import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Prints "FILE FLAVOUR CLAUSE-TEST: what is wrong", one line for each rule that a file breaks, and "FILE FLAVOUR checked N" for each file. */
public final class ConformanceCheck {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                check(Path.of(file), flavour);
            }
        }
    }

    private static void check(Path file, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var stream = Files.newInputStream(file); var parser = foundry.createParser(stream, flavour)) {
            var result = foundry.createValidator(flavour, false).validate(parser);
            result.getTestAssertions().stream()
                .filter(found -> found.getStatus() == TestAssertion.Status.FAILED)
                .map(found -> found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber() + ": " + found.getMessage())
                .distinct()
                .forEach(found -> System.out.println(file.getFileName() + " " + flavour.getId() + " " + found));
            System.out.println(file.getFileName() + " " + flavour.getId() + " checked " + result.getTotalAssertions());
        }
    }
}
