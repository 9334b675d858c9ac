// Draws the charts of the dashboard over the numbers that stand in the tables below them. Without script the tables remain.
(function () {
  'use strict';

  var ROW = 36;
  var LINE = 17;
  var LETTER = 8;
  var drawn = [];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function palette() {
    return ['--tblr-blue', '--tblr-orange', '--tblr-red', '--tblr-purple', '--tblr-green', '--tblr-teal', '--tblr-pink', '--tblr-yellow', '--tblr-indigo', '--tblr-cyan'].map(colour);
  }

  function inner(box) {
    var style = getComputedStyle(box);
    return box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  }

  // as wide as the longest label, and no wider than leaves room for the bars
  function labelWidth(data, width) {
    var longest = Math.max.apply(null, data.categories.map(function (category) { return category.length; }));
    return Math.round(Math.max(40, Math.min(200, width * 0.4, longest * LETTER + 4)));
  }

  // a label that is broken into lines keeps clear of its neighbours
  function rowHeight(data, width) {
    var letters = labelWidth(data, width) / LETTER;
    var lines = Math.max.apply(null, data.categories.map(function (category) { return Math.ceil(category.length * 1.2 / letters); }));
    return Math.max((data.stacked ? 1 : data.series.length) * ROW, lines * LINE + 8);
  }

  function height(data, width) {
    var legend = 70;
    return data.upright ? 340 : legend + 50 + data.categories.length * rowHeight(data, width);
  }

  function options(data, width) {
    var ink = colour('--tblr-body-color');
    var line = colour('--tblr-border-color');
    var surface = colour('--tblr-bg-surface');
    var text = { color: ink, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 };
    var label = labelWidth(data, width);
    var names = {
      type: 'category',
      data: data.categories,
      inverse: !data.upright,
      axisLabel: { color: ink, fontSize: 13, lineHeight: LINE, width: data.upright ? undefined : label, overflow: 'break' },
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false }
    };
    var numbers = {
      type: 'value',
      name: data.unit,
      nameLocation: 'middle',
      nameGap: data.upright ? 40 : 28,
      nameTextStyle: text,
      minInterval: 1,
      axisLabel: { color: ink, fontSize: 13 },
      splitLine: { lineStyle: { color: line } }
    };
    return {
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      color: palette(),
      backgroundColor: 'transparent',
      textStyle: text,
      aria: { enabled: true, decal: { show: true } },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        renderMode: 'richText',
        backgroundColor: surface,
        borderColor: ink,
        textStyle: text
      },
      legend: { type: 'scroll', bottom: 0, textStyle: text, pageTextStyle: text, inactiveColor: line },
      grid: { left: data.upright ? 56 : label + 12, right: 24, top: 16, bottom: data.upright ? 64 : 76 },
      xAxis: data.upright ? names : numbers,
      yAxis: data.upright ? numbers : names,
      series: data.series.map(function (series) {
        return {
          type: 'bar',
          name: series.name,
          data: series.values,
          stack: data.stacked ? 'all' : undefined,
          barMaxWidth: 44,
          itemStyle: { borderColor: surface, borderWidth: 1 }
        };
      })
    };
  }

  function draw(box) {
    var source = document.getElementById('data-' + box.getAttribute('data-chart'));
    if (!source) {
      return;
    }
    var data = JSON.parse(source.textContent);
    box.hidden = false;
    var room = height(data, inner(box));
    box.style.height = room + 'px';
    var chart = window.echarts.init(box, null, { renderer: 'svg', width: inner(box), height: room });
    chart.setOption(options(data, inner(box)));
    // the label of the page says it better than the generated one, which repeats every number of the table
    box.setAttribute('aria-label', 'Chart: ' + data.title + '. The numbers are in the table.');
    drawn.push({ box: box, chart: chart, data: data });
  }

  function again() {
    drawn.forEach(function (one) {
      var room = height(one.data, inner(one.box));
      one.box.style.height = room + 'px';
      one.chart.resize({ width: inner(one.box), height: room });
      one.chart.setOption(options(one.data, inner(one.box)), true);
      one.box.setAttribute('aria-label', 'Chart: ' + one.data.title + '. The numbers are in the table.');
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (!window.echarts) {
      return;
    }
    document.querySelectorAll('[data-chart]').forEach(draw);
    document.addEventListener('theme-changed', again);
    var waiting;
    window.addEventListener('resize', function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(again, 150);
    });
  });
})();
