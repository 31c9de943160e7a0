package jp.meguri.web.request;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.web.json.StrictValues;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Ids and numbers in addresses have one spelling. Editors, because Spring falls back to
 * its own lenient ones where a converter refuses.
 */
@ControllerAdvice
public class StrictAddresses {

	@InitBinder
	void initialize(WebDataBinder binder) {
		binder.registerCustomEditor(UUID.class, new Editor(StrictValues::uuid));
		binder.registerCustomEditor(Integer.class, new Editor(StrictValues::integer));
		binder.registerCustomEditor(int.class, new Editor(StrictValues::integer));
	}

	private static final class Editor extends PropertyEditorSupport {

		private final Function<String, Object> read;

		Editor(Function<String, Object> read) {
			this.read = read;
		}

		@Override
		public void setAsText(String text) {
			setValue(this.read.apply(text));
		}

	}

}
