(function () {
  'use strict';

  var data = JSON.parse(document.getElementById('report-data').textContent);
  var charts = [];
  var afterPaint = [];
  var printing = false;
  var palette = {};
  var DAY_MS = 86400000;
  // Widest that fits a sheet of A4 with its margins, in CSS pixels.
  var SHEET = 680;
  var FONT = getComputedStyle(document.body).fontFamily;

  /** The colours of the page as it is shown now, or of paper. */
  function readPalette() {
    var style = getComputedStyle(printing ? document.getElementById('paper') : document.documentElement);
    ['paper', 'ink', 'soft', 'rule', 'accent', 'accent-soft', 'bad', 'quiet', 'dots'].forEach(function (name) {
      palette[name] = style.getPropertyValue('--' + name).trim();
    });
  }

  function number(value) {
    return value.toLocaleString('en');
  }

  /** Text that a chart takes as it is: its own notation for styles begins with a brace. */
  function plain(text) {
    return String(text).replace(/\{/g, '{\u2060');
  }

  function count(value, unit) {
    return number(value) + ' ' + (value === 1 ? unit.replace(/s$/, '') : unit);
  }

  /**
   * Begins a chart.
   * @param option makes ECharts' option of the width in pixels
   * @param height makes the height of the width; left out, that of the style sheet
   */
  function draw(id, option, height) {
    var place = document.getElementById('chart-' + id);
    place.classList.add('drawn');
    if (height) {
      place.style.height = height(place.clientWidth) + 'px';
    }
    var chart = echarts.init(place, null, { renderer: 'canvas' });
    charts.push({ chart: chart, option: option, height: height, place: place });
    return chart;
  }

  function base() {
    return {
      animation: false,
      textStyle: { fontFamily: FONT, color: palette.soft, fontSize: 12 },
      tooltip: {
        renderMode: 'richText',
        confine: true,
        backgroundColor: palette.paper,
        borderColor: palette.quiet,
        borderWidth: 1,
        padding: [6, 10],
        textStyle: { color: palette.ink, fontFamily: FONT, fontSize: 13 }
      }
    };
  }

  function paint() {
    readPalette();
    charts.forEach(function (entry) {
      var room = entry.place.clientWidth;
      var width = !printing ? room : Math.min(room, entry.place.closest('.pair') ? SHEET / 2 - 20 : SHEET);
      if (entry.height) {
        entry.place.style.height = entry.height(width) + 'px';
      }
      entry.chart.resize({ width: width });
      entry.chart.setOption(entry.option(width), { notMerge: true });
    });
  }

  var pen = document.createElement('canvas').getContext('2d');

  /** Width of a text in pixels. */
  function widthOf(text, size) {
    pen.font = size + 'px ' + FONT;
    return pen.measureText(text).width;
  }

  /** Which of these boxes [left, top, right, bottom] lie apart from all before them that do. */
  function apart(boxes) {
    var kept = [];
    return boxes.map(function (box) {
      var free = kept.every(function (other) {
        return box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1];
      });
      if (free) {
        kept.push(box);
      }
      return free;
    });
  }

  // Bars of the largest groups.

  var ROW = 24;

  function bars(rank, colour) {
    return function (width) {
      var option = base();
      var longest = Math.max.apply(null, rank.labels.map(function (label) { return widthOf(label.slice(0, 60), 13); }));
      var labels = Math.ceil(Math.min(longest + 2, width * 0.4, 220));
      option.grid = { left: labels + 10, right: 60, top: 4, bottom: 4 };
      option.xAxis = { type: 'value', show: false, max: 'dataMax' };
      option.yAxis = {
        type: 'category',
        inverse: true,
        data: rank.labels.map(plain),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.rule } },
        axisLabel: { color: palette.ink, width: labels, overflow: 'truncate', ellipsis: '…', fontSize: 13, interval: 0 }
      };
      option.series = [{
        type: 'bar',
        data: rank.values,
        barWidth: 13,
        itemStyle: { color: palette[colour || 'accent'] },
        label: {
          show: true, position: 'right', color: palette.ink, fontSize: 12,
          formatter: function (point) { return number(point.value); }
        }
      }];
      option.tooltip.formatter = function (point) {
        return plain(rank.labels[point.dataIndex]) + '\n' + count(point.value, rank.unit);
      };
      return option;
    };
  }

  Object.keys(data.ranks).forEach(function (id) {
    var rank = data.ranks[id];
    draw(id, bars(rank, id === 'rejected' ? 'bad' : 'accent'), function () {
      return rank.labels.length * ROW + 12;
    });
  });

  // This run and those before it.

  /** The name of a run, or where there is little room its number. */
  function runLabel(width) {
    return function (name) { return width < 600 ? name.replace(/^.*-/, '') : name; };
  }

  if (data.history.runs.length > 1) {
    draw('history', function (width) {
      var option = base();
      var history = data.history;
      option.grid = { left: 8, right: 8, top: 34, bottom: 4, containLabel: true };
      option.legend = { top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: 'rect', textStyle: { color: palette.soft } };
      option.xAxis = {
        type: 'category', data: history.runs,
        axisTick: { show: false }, axisLine: { lineStyle: { color: palette.rule } },
        axisLabel: { color: palette.soft, hideOverlap: true, formatter: runLabel(width) }
      };
      option.yAxis = {
        type: 'value', minInterval: 1,
        splitLine: { lineStyle: { color: palette.rule } },
        axisLabel: { color: palette.soft, formatter: number }
      };
      option.tooltip.trigger = 'axis';
      option.tooltip.axisPointer = { type: 'shadow', shadowStyle: { color: palette.rule, opacity: 0.4 } };
      option.tooltip.formatter = function (points) {
        return points[0].name + points.map(function (p) { return '\n' + p.seriesName + ' ' + number(p.value); }).join('');
      };
      option.series = [['articles', 'accent'], ['rejections', 'bad'], ['ignored', 'quiet']].map(function (kind) {
        return {
          name: kind[0], type: 'bar', stack: 'entries', barMaxWidth: 36,
          data: history[kind[0]], itemStyle: { color: palette[kind[1]] }
        };
      });
      return option;
    });
  }

  // Time.

  var time = data.time;
  var byDay = false;

  function isoDay(ms) {
    return new Date(ms).toISOString().slice(0, 10);
  }

  function longDay(ms) {
    return new Date(ms).toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  }

  function longMonth(ms) {
    return new Date(ms).toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
  }

  /** Days or months as [milliseconds, articles]. */
  function points(list, unit) {
    var at = list.first;
    return list.counts.map(function (articles, i) {
      at += list.steps[i];
      return [unit === 'day' ? at * DAY_MS : Date.UTC(2000, at, 1), articles];
    });
  }

  if (time) {
    setUpTime();
  }

  function setUpTime() {
    var days = points(time.days, 'day');
    var months = points(time.months, 'month');
    var articlesOf = {};
    days.forEach(function (p) { articlesOf[isoDay(p[0])] = p[1]; });
    byDay = days.length > 0 && (months.length < 4 || days[days.length - 1][0] - days[0][0] < 400 * DAY_MS);

    var timeOption = function () {
      var shown = byDay ? days : months;
      var option = base();
      var first = shown[0][0];
      var last = shown[shown.length - 1][0];
      // One day or month is as wide as ten, not as wide as the chart.
      var room = Math.max((byDay ? 15 : 200) * DAY_MS - (last - first), (byDay ? 1 : 31) * DAY_MS) / 2;
      option.useUTC = true;
      option.grid = { left: 8, right: 12, top: 12, bottom: 62, containLabel: true };
      option.xAxis = {
        type: 'time', min: first - room, max: last + room,
        axisLine: { lineStyle: { color: palette.quiet } }, axisTick: { show: false },
        axisLabel: { color: palette.soft, hideOverlap: true },
        minInterval: byDay ? DAY_MS : 28 * DAY_MS
      };
      option.yAxis = {
        type: 'value', minInterval: 1,
        splitLine: { lineStyle: { color: palette.rule } },
        axisLabel: { color: palette.soft, formatter: number }
      };
      option.dataZoom = [{
        type: 'slider', height: 30, bottom: 8, left: 50, right: 50,
        brushSelect: true, realtime: true, showDetail: false,
        borderColor: palette.rule, fillerColor: palette['accent-soft'] + '80', backgroundColor: 'transparent',
        dataBackground: { lineStyle: { color: palette.quiet, width: 1 }, areaStyle: { color: palette.rule, opacity: 0.7 } },
        selectedDataBackground: { lineStyle: { color: palette.accent, width: 1 }, areaStyle: { color: palette['accent-soft'], opacity: 0.8 } },
        handleStyle: { color: palette.paper, borderColor: palette.accent },
        moveHandleStyle: { color: palette.quiet, opacity: 0.5 },
        emphasis: { handleStyle: { color: palette['accent-soft'] }, moveHandleStyle: { color: palette.accent } },
        filterMode: 'none'
      }];
      option.tooltip.trigger = 'item';
      option.tooltip.formatter = function (point) {
        return (byDay ? longDay : longMonth)(point.value[0]) + '\n' + count(point.value[1], 'articles');
      };
      option.series = [{
        type: 'bar', data: shown, barMinWidth: 1.5, barMaxWidth: 28, barCategoryGap: '15%',
        itemStyle: { color: palette.accent }, emphasis: { itemStyle: { color: palette.bad } }
      }];
      return option;
    };

    var chart = draw('time', timeOption);
    var range = document.getElementById('range');

    function showRange() {
      var zoom = chart.getOption().dataZoom[0];
      var shown = byDay ? days : months;
      var sum = 0;
      var from = null;
      var to = null;
      shown.forEach(function (p) {
        if (p[0] >= zoom.startValue && p[0] <= zoom.endValue) {
          sum += p[1];
          from = from === null ? p[0] : from;
          to = p[0];
        }
      });
      var name = byDay ? longDay : longMonth;
      range.textContent = from === null ? 'No articles in this stretch of time. '
        : (from === to ? name(from) : name(from) + ' to ' + name(to)) + ': ' + count(sum, 'articles') + '. ';
    }

    var waiting = null;
    chart.on('datazoom', function () {
      clearTimeout(waiting);
      waiting = setTimeout(showRange, 60);
    });

    var dayButton = document.getElementById('by-day');
    var monthButton = document.getElementById('by-month');

    function choose(day) {
      byDay = day;
      dayButton.setAttribute('aria-pressed', String(day));
      monthButton.setAttribute('aria-pressed', String(!day));
      chart.setOption(timeOption(), { notMerge: true });
      showRange();
    }

    dayButton.addEventListener('click', function () { choose(true); });
    monthButton.addEventListener('click', function () { choose(false); });
    dayButton.setAttribute('aria-pressed', String(byDay));
    monthButton.setAttribute('aria-pressed', String(!byDay));
    document.querySelectorAll('.choice, .lookup').forEach(function (element) {
      element.hidden = days.length === 0;
    });

    var input = document.getElementById('day');

    function lookUp() {
      var articles = articlesOf[input.value];
      document.getElementById('day-answer').textContent = !input.value ? ''
        : longDay(Date.parse(input.value)) + ': ' + (articles ? count(articles, 'articles') : 'no articles');
      showDetail(input.value);
    }

    if (days.length > 0) {
      var busiest = days.reduce(function (a, b) { return b[1] >= a[1] ? b : a; });
      input.min = isoDay(days[0][0]);
      input.max = isoDay(days[days.length - 1][0]);
      input.value = isoDay(busiest[0]);
      input.addEventListener('input', lookUp);
      lookUp();
      chart.on('click', function (point) {
        if (byDay) {
          input.value = isoDay(point.value[0]);
          lookUp();
        }
      });
    }
    afterPaint.push(showRange);
  }

  /** What this run alone knows of a day: from where, by whom, who was quoted. */
  function showDetail(day) {
    var box = document.getElementById('day-detail');
    var detail = data.days && data.days[day];
    box.hidden = !detail;
    box.textContent = '';
    if (!detail) {
      return;
    }
    line(box, 'Of that day this run read ' + count(detail.articles, 'articles') + '.');
    [['Filed from', detail.places], ['Agency or source', detail.providers], ['Most quoted', detail.speakers]].forEach(function (kind) {
      if (kind[1].length > 0) {
        line(box, kind[0] + ': ', kind[1]);
      }
    });
  }

  function line(box, text, groups) {
    var paragraph = document.createElement('p');
    paragraph.appendChild(document.createTextNode(text));
    (groups || []).forEach(function (group, i) {
      var name = document.createElement('bdi');
      name.textContent = group[0];
      paragraph.appendChild(document.createTextNode(i === 0 ? '' : ', '));
      paragraph.appendChild(name);
      paragraph.appendChild(document.createTextNode(' ' + number(group[1])));
    });
    box.appendChild(paragraph);
  }

  // The map: a dot for each degree where people live, a bubble for each place.

  var NORTH = 79;
  var SOUTH = -57;

  if (data.places.length > 0) {
    var dots = worldDots();
    draw('map', function (width) {
      var option = base();
      var degree = width / 360;
      var most = data.places[0].articles;
      // In pixels; a handful of articles is no reason for a large bubble.
      var largest = Math.min(width / 30, 4 + 4.5 * Math.log10(1 + most));
      var radius = function (articles) {
        return Math.max(2.5, largest * Math.sqrt(articles / most));
      };
      option.grid = { left: 0, right: 0, top: 0, bottom: 0 };
      option.xAxis = { type: 'value', min: -180, max: 180, show: false };
      option.yAxis = { type: 'value', min: SOUTH, max: NORTH, show: false };
      option.tooltip.formatter = function (point) {
        var place = data.places[point.dataIndex];
        return plain(place.name) + ', ' + plain(place.country) + '\n' + count(place.articles, 'articles');
      };
      var named = apart(data.places.slice(0, 40).map(function (place) {
        var left = (place.longitude + 180) * degree + radius(place.articles) + 3;
        var middle = (NORTH - place.latitude) * degree;
        var right = left + Math.min(120, widthOf(place.name, 11));
        return right > width ? [0, 0, width, width] : [left, middle - 7, right, middle + 7];
      }));
      option.series = [{
        type: 'scatter', silent: true, data: dots, symbolSize: Math.max(1, degree * 0.62),
        itemStyle: { color: palette.dots }, large: true, largeThreshold: 100, tooltip: { show: false }
      }, {
        type: 'scatter',
        data: data.places.map(function (place) { return [place.longitude, place.latitude, place.articles]; }),
        symbolSize: function (value) { return 2 * radius(value[2]); },
        itemStyle: { color: palette.accent + 'a8', borderColor: palette.paper, borderWidth: 1 },
        emphasis: { itemStyle: { color: palette.accent } },
        label: {
          show: width > 520, position: 'right', color: palette.ink, fontSize: 11, distance: 3,
          textBorderColor: palette.paper, textBorderWidth: 2, width: 120, overflow: 'truncate',
          formatter: function (point) { return named[point.dataIndex] ? plain(data.places[point.dataIndex].name) : ''; }
        }
      }];
      return option;
    }, function (width) { return Math.round(width / 360 * (NORTH - SOUTH)); });
  }

  function worldDots() {
    var list = [];
    data.world.forEach(function (row, i) {
      for (var x = 0; x < row.length; x++) {
        if (row.charAt(x) === '#') {
          list.push([x - 179.5, 78.5 - i]);
        }
      }
    });
    return list;
  }

  // Fields over the runs.

  var fill = data.fill;

  if (fill.runs.length > 1) {
    draw('fill', function (width) {
      var option = base();
      option.grid = { left: 8, right: Math.min(150, width * 0.3), top: 12, bottom: 4, containLabel: true };
      option.xAxis = {
        type: 'category', data: fill.runs, boundaryGap: false, axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.quiet } },
        axisLabel: { color: palette.soft, hideOverlap: true, formatter: runLabel(width) }
      };
      option.yAxis = {
        type: 'value', min: 0, max: 100, interval: 25, splitLine: { lineStyle: { color: palette.rule } },
        axisLabel: { color: palette.soft, formatter: '{value} %' }
      };
      option.tooltip.trigger = 'item';
      option.tooltip.formatter = function (point) {
        return point.seriesName + '\n' + fill.runs[point.dataIndex] + ': ' + point.value + ' %';
      };
      var ends = fill.fields.map(function (field) {
        var end = field.shares[field.shares.length - 1];
        // In hundredths of the height: a label takes some five of them.
        return end === null ? [1, 0, 0, 0] : [0, end, 1, end + 5];
      });
      var named = apart(ends);
      option.series = fill.fields.map(function (field, i) {
        return {
          name: field.name, type: 'line', data: field.shares, symbol: 'circle', symbolSize: field.falling ? 7 : 4,
          z: field.falling ? 4 : 2, connectNulls: true,
          lineStyle: { color: field.falling ? palette.bad : palette.quiet, width: field.falling ? 2.5 : 1 },
          itemStyle: { color: field.falling ? palette.bad : palette.quiet },
          emphasis: { lineStyle: { color: palette.accent, width: 2.5 }, itemStyle: { color: palette.accent } },
          endLabel: {
            show: named[i], formatter: '{a}', fontSize: 11, color: field.falling ? palette.bad : palette.soft
          }
        };
      });
      return option;
    });
  } else if (fill.fields.length > 0) {
    var percents = { labels: [], values: [], unit: '%' };
    fill.fields.forEach(function (field) {
      percents.labels.push(field.name);
      percents.values.push(field.shares[0]);
    });
    draw('fill', function (width) {
      var option = bars(percents)(width);
      option.xAxis.max = 100;
      option.series[0].label.formatter = '{c} %';
      option.series[0].showBackground = true;
      option.series[0].backgroundStyle = { color: palette['accent-soft'], opacity: 0.45 };
      option.tooltip.formatter = function (point) {
        return percents.labels[point.dataIndex] + '\n' + point.value + ' %';
      };
      return option;
    }, function () { return percents.labels.length * 21 + 12; });
  }

  function repaint() {
    paint();
    afterPaint.forEach(function (call) { call(); });
  }

  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  window.addEventListener('beforeprint', function () { printing = true; paint(); });
  window.addEventListener('afterprint', function () { printing = false; repaint(); });

  var resizing = null;
  var lastWidth = window.innerWidth;
  window.addEventListener('resize', function () {
    if (window.innerWidth === lastWidth) {
      return;
    }
    lastWidth = window.innerWidth;
    clearTimeout(resizing);
    resizing = setTimeout(repaint, 120);
  });

  repaint();
  document.documentElement.setAttribute('data-charts', String(charts.length));
}());
