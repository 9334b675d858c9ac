package org.contractethics.access.web;

import org.contractethics.access.internal.SeenText;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * A field that nobody knows is refused in what programs send, and so is half of something that is counted: misspelt or cut off, it
 * would be lost without a word. A number is no choice, no yes and no day, and nothing is said twice: a vote or a ruling is what its
 * words say. A text that shows nothing is read as none.
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
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Boolean, StrictBodies::noNumber)
                .withCoercionConfig(LogicalType.DateTime, StrictBodies::noNumber)
                .addModule(new SimpleModule("seen-text").addDeserializer(String.class, new Seen()))
                .build());
    }

    private static void noNumber(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }

    /** What programs send is read as what people type. */
    private static final class Seen extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return SeenText.of(super.deserialize(parser, context));
        }
    }
}
