package jp.meguri.catalog.person;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.meguri.catalog.change.Given;
import jp.meguri.directory.Municipality;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a planner says about a person.
 *
 * @param issuer the city's identity provider; may be left out where it has only one
 * @param subject the provider's id of the person; null until it is known
 */
record PersonRequest(@Nullable String name, @Nullable String email, @Nullable String issuer, @Nullable String subject) {

	private static final Pattern EMAIL = Pattern.compile("[!-~&&[^@\"<>,;:]]{1,64}@[A-Za-z0-9.-]{1,190}");

	PersonChanged toPerson(UUID id, Municipality city) {
		check(city);
		return new PersonChanged(id, Given.value(this.name), Given.text(this.email), issuerIn(city), subjectOrNull(),
				List.of());
	}

	PersonChanged applyTo(PersonChanged person, Municipality city) {
		check(city);
		return new PersonChanged(person.id(), Given.value(this.name), Given.text(this.email), issuerIn(city),
				subjectOrNull(), person.assignments());
	}

	private void check(Municipality city) {
		var violations = new Violations().text(this.name, "/name", TextRule.name(100))
			.text(this.subject, "/subject", TextRule.line(255));
		violations.check(Given.text(this.email).isEmpty() || EMAIL.matcher(Given.text(this.email)).matches(), "/email",
				"email");
		violations.check(city.issuers().contains(issuerIn(city)), "/issuer", "issuer");
		violations.refuse();
	}

	private String issuerIn(Municipality city) {
		if (this.issuer != null) {
			return this.issuer;
		}
		return (city.issuers().size() == 1) ? city.issuers().get(0) : "";
	}

	private @Nullable String subjectOrNull() {
		return Given.text(this.subject).isEmpty() ? null : this.subject;
	}

}
