import java.io.File;
import java.util.TreeSet;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.util.OWLOntologyMerger;

/** Merges the given files into one ontology and prints what keeps it out of OWL 2 DL, one violation a line; nothing if nothing does. */
public class CheckProfile {
    public static void main(String[] files) throws Exception {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        for (String file : files) {
            manager.loadOntologyFromOntologyDocument(new File(file));
        }
        OWLOntology merged = new OWLOntologyMerger(manager).createMergedOntology(manager, IRI.create("urn:merged"));
        TreeSet<String> violations = new TreeSet<>();
        for (OWLProfileViolation violation : new OWL2DLProfile().checkOntology(merged).getViolations()) {
            violations.add(violation.toString().replace('\n', ' '));
        }
        violations.forEach(System.out::println);
        System.out.println("checked " + merged.getAxiomCount() + " axioms");
    }
}
