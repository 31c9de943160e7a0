package jp.meguri.local.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A document of a manifest, or a part of one.
 */
record Manifest(Map<?, ?> values) {

	static Manifest of(Object value) {
		return new Manifest((Map<?, ?>) value);
	}

	Manifest at(String... keys) {
		Manifest here = this;
		for (String key : keys) {
			assertThat(here.values.get(key)).as(key).isInstanceOf(Map.class);
			here = of(here.values.get(key));
		}
		return here;
	}

	Object value(String key) {
		return this.values.get(key);
	}

	boolean has(String key) {
		return this.values.containsKey(key);
	}

	Stream<Manifest> all(String key) {
		return (this.values.get(key) instanceof List<?> list) ? list.stream().map(Manifest::of) : Stream.empty();
	}

	List<String> texts(String key) {
		return ((List<?>) this.values.get(key)).stream().map(Object::toString).toList();
	}

	String kind() {
		return String.valueOf(value("kind"));
	}

	String name() {
		return at("metadata").value("name").toString();
	}

	Manifest pod() {
		return at("spec", "template", "spec");
	}

	@Override
	public String toString() {
		return has("metadata") ? kind() + " " + name() : String.valueOf(this.values.get("name"));
	}

}
