// Asks veraPDF about each file: PDF/UA-1 and PDF/A-2a. One line a verdict, then what is wrong; ends with 1 when something is.
import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Conformite {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (String file : files) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A}) {
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    good &= result.isCompliant();
                    System.out.println(flavour + " " + result.isCompliant() + " " + file);
                    Set<String> wrong = new TreeSet<>();
                    for (TestAssertion assertion : result.getTestAssertions()) {
                        wrong.add(assertion.getRuleId().getClause() + " " + assertion.getMessage());
                    }
                    if (!result.isCompliant()) {
                        wrong.forEach(line -> System.out.println("  " + line));
                    }
                }
            }
        }
        System.exit(good ? 0 : 1);
    }
}
