import java.io.File;
import java.util.TreeSet;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.util.OWLOntologyMerger;

/**
 * Merges the given files into one ontology, reasons over it with HermiT and prints "inconsistent", or "consistent" followed by one line for
 * each class that can have no member ("unsatisfiable IRI") and for each class of each individual of the test ("type individual class").
 */
public class CheckConsistency {
    public static void main(String[] files) throws Exception {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        for (String file : files) {
            manager.loadOntologyFromOntologyDocument(new File(file));
        }
        OWLOntology merged = new OWLOntologyMerger(manager).createMergedOntology(manager, IRI.create("urn:merged"));
        Reasoner reasoner = new Reasoner(merged);
        if (!reasoner.isConsistent()) {
            System.out.println("inconsistent");
            return;
        }
        System.out.println("consistent");
        TreeSet<String> lines = new TreeSet<>();
        for (OWLClass empty : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()) {
            lines.add("unsatisfiable " + empty.getIRI());
        }
        for (OWLNamedIndividual individual : merged.getIndividualsInSignature()) {
            if (individual.getIRI().toString().startsWith("urn:test:")) {
                for (OWLClass type : reasoner.getTypes(individual, false).getFlattened()) {
                    lines.add("type " + individual.getIRI() + " " + type.getIRI());
                }
            }
        }
        lines.forEach(System.out::println);
    }
}
