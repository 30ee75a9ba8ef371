package org.serviceexchange.workshop;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.serviceexchange.workshop.ProcessVersions.Standing;
import org.serviceexchange.workshop.model.ModelElement;

/** Where the cases of a version stand, in the order of the model. */
public record CasesInPlaces(List<Place> places) {

    public CasesInPlaces {
        places = List.copyOf(places);
    }

    /** An element at which cases stand. */
    public record Place(ModelElement element, Standing standing) {

        /** The class of the element in the picture. */
        public String mark() {
            return standing.stopped() > 0 ? "process-stuck" : "process-active";
        }
    }

    static CasesInPlaces of(Map<String, ModelElement> elements, Map<String, Standing> standings) {
        return new CasesInPlaces(elements.values().stream()
                .filter(ModelElement::isStep)
                .flatMap(element ->
                        Stream.ofNullable(standings.get(element.id())).map(standing -> new Place(element, standing)))
                .toList());
    }
}
