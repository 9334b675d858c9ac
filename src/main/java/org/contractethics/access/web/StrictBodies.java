package org.contractethics.access.web;

import org.contractethics.access.internal.SeenText;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A field that nobody knows is refused in what programs send, and so is half of something that is counted: misspelt or cut off, it
 * would be lost without a word. A text that shows nothing is read as none.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StrictBodies implements ServerHttpMessageConvertersCustomizer {

    private final JsonMapper mapper;

    StrictBodies(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void customize(ServerBuilder builder) {
        builder.withJsonConverter(converter(mapper));
    }

    static JacksonJsonHttpMessageConverter converter(JsonMapper mapper) {
        return new JacksonJsonHttpMessageConverter(mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addModule(new SimpleModule("seen-text").addDeserializer(String.class, new Seen()))
                .build());
    }

    /** What programs send is read as what people type. */
    private static final class Seen extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return SeenText.of(super.deserialize(parser, context));
        }
    }
}
