package org.contractethics.access.web;

import com.fasterxml.jackson.annotation.Nulls;
import org.contractethics.access.internal.SeenText;
import org.contractethics.access.internal.WholeText;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
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
 * would be lost without a word. Each value is of the kind that the description tells: a number is no text, a text no number, and a
 * number no code and no day. Nothing is said twice: a vote or a ruling is what its words say. A text that shows nothing is read as none,
 * and one that is not {@link WholeText} is refused. Nothing stands in a list or beside a key only where the description says that it may.
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
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.DateTime, StrictBodies::noNumber)
                .changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.FAIL))
                .annotationIntrospector(AnnotationIntrospector.pair(
                        new NullableContents(), mapper.deserializationConfig().getAnnotationIntrospector()))
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
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getString();
            if (!WholeText.is(text)) {
                throw context.weirdStringException(text, String.class, WholeText.PROBLEM);
            }
            return SeenText.of(text);
        }
    }
}
