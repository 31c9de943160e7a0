package jp.meguri.catalog.grading;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Change;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.change.Documents;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Grading schemes. They do not change once made: grades that were given refer to them.
 */
@Service
public final class GradingSchemeService {

	private final Documents<GradingSchemeChanged> schemes;

	private final Changes changes;

	GradingSchemeService(Changes changes) {
		this.schemes = changes.documents("grading_scheme", GradingSchemeChanged.class);
		this.changes = changes;
	}

	Mono<Versioned<GradingSchemeChanged>> get(UUID municipality, UUID id) {
		return this.schemes.get(municipality, id);
	}

	/** All schemes of the city. */
	public Mono<List<Versioned<GradingSchemeChanged>>> all(UUID municipality) {
		return this.schemes.all(municipality);
	}

	public Mono<Versioned<GradingSchemeChanged>> create(UUID municipality, EventActor actor,
			GradingSchemeChanged scheme) {
		return this.changes.in(municipality, this.schemes.insert(municipality, scheme.id(), scheme)
			.delayUntil((created) -> this.changes
				.announce(new Change(municipality, actor, "grading-scheme", "grading-scheme.create", created))));
	}

}
